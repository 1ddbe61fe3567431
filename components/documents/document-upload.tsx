'use client'
import { useId, useRef } from 'react'
import { useFormTexts } from '@/components/forms/texts'
import { useHydrated } from '@/components/forms/use-hydrated'
import { Button, buttonClass } from '@/components/ui/button'
import { FieldMessage } from '@/components/ui/field-frame'
import { acceptedTypes } from '@/lib/documents/limits'
import type { UploadTarget } from './send-document'
import { useUpload } from './use-upload'

/** Takes a photo or picks a file; shows progress and faults. */
export function DocumentUpload({
  label,
  quiet,
  ...target
}: UploadTarget & {
  /** The item's name, for screen readers that read the button alone. */
  label: string
  quiet?: boolean
}) {
  const { upload, colon } = useFormTexts()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const ready = useHydrated()
  const { state, send, resume } = useUpload(target)
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
      <label
        htmlFor={id}
        className={buttonClass(
          'secondary',
          'cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 ' +
            'peer-focus-visible:outline-accent peer-disabled:cursor-default ' +
            `peer-disabled:opacity-60 ${quiet ? 'text-sm' : ''}`,
        )}
      >
        {state.at === 'kept' ? upload.another : upload.choose}
        <span className="sr-only">
          {colon}
          {label}
        </span>
      </label>
      {(busy || state.at === 'waiting') && (
        <div className="w-full max-w-80">
          <progress
            value={percent}
            max={100}
            aria-label={`${label}${colon}${upload.progress}`}
            className="h-2 w-full"
          />
          <p className="text-sm text-quiet">
            {state.at === 'checking' ? upload.checking : `${upload.sent} ${percent}%`}
          </p>
        </div>
      )}
      <div role="status" className="grid gap-2">
        {state.at === 'kept' && <p className="text-sm font-semibold text-good">✓ {upload.kept}</p>}
        {state.at === 'waiting' && (
          <FieldMessage tone="warn">{state.busy ? upload.busy : upload.lineLost}</FieldMessage>
        )}
        {state.at === 'refused' && (
          <FieldMessage tone="bad">
            {upload.fault[state.fault as 'failed'] ?? upload.fault.failed}
          </FieldMessage>
        )}
      </div>
      {state.at === 'waiting' && (
        <Button type="button" look="secondary" onClick={resume}>
          {upload.goOn}
        </Button>
      )}
    </div>
  )
}
