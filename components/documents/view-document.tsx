'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { FieldScope } from '@/components/ui/field-id'
import { Notice } from '@/components/ui/notice'
import { reasonsToView } from '@/lib/documents/reasons'

type Shown = { at: 'asking' | 'loading' | 'failed' } | { at: 'shown'; pages: string[] }

/** Opens a copy of a document over the page, once it is said why (L2); what was shown is forgotten when it is closed. */
export function ViewDocument({ reference, id, label }: { reference: string; id: string; label: string }) {
  const t = useTranslations('documents.view')
  const dialog = useRef<HTMLDialogElement>(null)
  const [shown, setShown] = useState<Shown>({ at: 'asking' })
  const [reason, setReason] = useState('')
  const open = async () => {
    if (!reason) return
    setShown({ at: 'loading' })
    const answer = await fetch(`/api/requests/${reference}/documents/${id}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ reason }) }).catch(() => null)
    setShown(answer?.ok ? { at: 'shown', pages: ((await answer.json()) as { pages: string[] }).pages } : { at: 'failed' })
  }
  return (
    <>
      <Button type="button" look="plain" onClick={() => dialog.current?.showModal()}>{t('open')}<span className="sr-only">：{label}</span></Button>
      <dialog ref={dialog} onClose={() => setShown({ at: 'asking' })} aria-label={label} className="m-auto max-h-[92vh] w-[min(60rem,94vw)] rounded-lg border border-line bg-surface p-4 text-ink backdrop:bg-black/60 sm:p-6">
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-3">
          <h2 className="text-lg font-bold">{label}</h2>
          <Button type="button" look="secondary" onClick={() => dialog.current?.close()}>{t('close')}</Button>
        </div>
        {shown.at === 'shown' ? (
          <div className="grid gap-4">{shown.pages.map((page, place) => <img key={page.slice(-40)} src={page} alt={t('page', { label, page: place + 1 })} className="w-full rounded-md border border-line" />)}</div>
        ) : (
          <FieldScope of={`view-${id}`}>
            <div className="grid gap-4">
              <p>{t('lead')}</p>
              <SelectField name="reason" label={t('reason')} value={reason} onChange={({ target }) => setReason(target.value)} className="max-w-sm">
                <option value="">{t('choose')}</option>
                {reasonsToView.map((one) => <option key={one} value={one}>{t(`reasons.${one}`)}</option>)}
              </SelectField>
              {shown.at === 'failed' && <Notice tone="bad" role="alert">{t('failed')}</Notice>}
              <div><Button type="button" disabled={!reason || shown.at === 'loading'} onClick={open}>{shown.at === 'loading' ? t('loading') : t('show')}</Button></div>
            </div>
          </FieldScope>
        )}
      </dialog>
    </>
  )
}
