'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { FieldScope } from '@/components/ui/field-id'
import { Notice } from '@/components/ui/notice'
import { reasonsToLook } from '@/lib/domain/coded-values'

/** `show`: the label of the button that opens it. */
type Props<T> = {
  address: string
  scope: string
  label: string
  button: string
  lead: string
  show: string
  children: (shown: T) => ReactNode
}
type Shown<T> = { at: 'asking' | 'loading' | 'failed' } | { at: 'shown'; what: T }

/**
 * Shows personal data in a dialog after a reason was given (L2); they are discarded when it closes.
 */
export function LookDialog<T>({ address, scope, label, button, lead, show, children }: Props<T>) {
  const t = useTranslations('documents.view')
  const words = useTranslations('words')
  const dialog = useRef<HTMLDialogElement>(null)
  const [shown, setShown] = useState<Shown<T>>({ at: 'asking' })
  const [reason, setReason] = useState('')
  const [opened, setOpened] = useState(false)
  useEffect(() => {
    if (opened) dialog.current?.showModal()
  }, [opened])
  const forget = () => {
    setOpened(false)
    setShown({ at: 'asking' })
  }
  const open = async () => {
    if (!reason) return
    setShown({ at: 'loading' })
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reason }),
    }).catch(() => null)
    setShown(answer?.ok ? { at: 'shown', what: (await answer.json()) as T } : { at: 'failed' })
  }
  return (
    <>
      <Button type="button" look="plain" onClick={() => setOpened(true)}>
        {button}
        <span className="sr-only">
          {words('colon')}
          {label}
        </span>
      </Button>
      {opened && (
        <dialog
          ref={dialog}
          onClose={forget}
          aria-label={label}
          className={
            'm-auto max-h-[92vh] w-[min(60rem,94vw)] rounded-lg border border-line bg-surface ' +
            'p-4 text-ink backdrop:bg-black/60 sm:p-6'
          }
        >
          <div className="mb-4 flex flex-wrap items-baseline justify-between gap-3">
            <h2 className="text-lg font-bold">{label}</h2>
            <Button type="button" look="secondary" onClick={() => dialog.current?.close()}>
              {t('close')}
            </Button>
          </div>
          {shown.at === 'shown' ? (
            children(shown.what)
          ) : (
            <FieldScope of={scope}>
              <div className="grid gap-4">
                <p>{lead}</p>
                <SelectField
                  name="reason"
                  label={t('reason')}
                  value={reason}
                  onChange={({ target }) => setReason(target.value)}
                  className="max-w-sm"
                >
                  <option value="">{t('choose')}</option>
                  {reasonsToLook.map((one) => (
                    <option key={one} value={one}>
                      {t(`reasons.${one}`)}
                    </option>
                  ))}
                </SelectField>
                {shown.at === 'failed' && (
                  <Notice tone="bad" role="alert">
                    {t('failed')}
                  </Notice>
                )}
                <div>
                  <Button type="button" disabled={!reason || shown.at === 'loading'} onClick={open}>
                    {shown.at === 'loading' ? t('loading') : show}
                  </Button>
                </div>
              </div>
            </FieldScope>
          )}
        </dialog>
      )}
    </>
  )
}
