'use client'
import { useTranslations } from 'next-intl'
import { useId, useRef } from 'react'
import { useHydrated } from '@/components/forms/use-hydrated'
import { Button, buttonClass } from '@/components/ui/button'
import { FieldMessage } from '@/components/ui/field'
import { acceptedTypes } from '@/lib/documents/limits'
import { type UploadTarget, useUpload } from './use-upload'

const faults = ['document_kind', 'document_unreadable', 'document_too_detailed', 'document_too_many_pages', 'document_locked', 'document_too_large', 'too_many_documents', 'pass_over', 'signed_out', 'wrong_state', 'ended'] as const
type Fault = (typeof faults)[number]
const known = (fault: string): fault is Fault => (faults as readonly string[]).includes(fault)

/** Takes a photo, or a file that is there already; says how far it has come and what is wrong. */
export function DocumentUpload({ label, quiet, ...target }: UploadTarget & { /** What it is of, for those who hear the button alone. */ label: string; quiet?: boolean }) {
  const t = useTranslations('documents')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const ready = useHydrated()
  const { state, send, goOn } = useUpload(target)
  const busy = state.at === 'sending' || state.at === 'checking'
  const percent = state.at === 'sending' || state.at === 'waiting' ? state.percent : 100
  return (
    <div className="grid justify-items-start gap-2">
      <input
        ref={input}
        id={id}
        type="file"
        accept={acceptedTypes}
        disabled={!ready || busy}
        className="peer sr-only"
        onChange={({ target: { files } }) => {
          const [file] = files ?? []
          if (file) void send(file)
          if (input.current) input.current.value = ''
        }}
      />
      <label htmlFor={id} className={buttonClass('secondary', `cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent peer-disabled:cursor-default peer-disabled:opacity-60 ${quiet ? 'text-sm' : ''}`)}>
        {state.at === 'kept' ? t('another') : t('choose')}<span className="sr-only">：{label}</span>
      </label>
      {(busy || state.at === 'waiting') && (
        <div className="w-full max-w-80">
          <progress value={percent} max={100} aria-label={t('progress', { label })} className="h-2 w-full accent-(--color-accent)" />
          <p className="text-sm text-quiet">{state.at === 'checking' ? t('checking') : t('sent', { percent })}</p>
        </div>
      )}
      <div role="status" className="grid gap-2">
        {state.at === 'kept' && <p className="text-sm font-semibold text-good">✓ {t('kept')}</p>}
        {state.at === 'waiting' && <FieldMessage tone="warn">{t('lineLost')}</FieldMessage>}
        {state.at === 'refused' && <FieldMessage tone="bad">{t(`fault.${known(state.fault) ? state.fault : 'failed'}`)}</FieldMessage>}
      </div>
      {state.at === 'waiting' && <Button type="button" look="secondary" onClick={goOn}>{t('goOn')}</Button>}
    </div>
  )
}
