'use client'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { FieldMessage } from '@/components/ui/field-frame'
import { type FileText, fileText } from '@/lib/forms/file-text'

type Fault = Extract<FileText, { fault: unknown }>['fault']

type Props = { label: string; accept: string; onText: (text: string) => void }

/**
 * A file whose text goes into the form. One in an unknown encoding is refused by line, and what the
 * form holds stays as it is.
 */
export function TextFileField({ label, accept, onText }: Props) {
  const words = useTranslations('words.file')
  const id = useId()
  const [fault, setFault] = useState<Fault | 'unreadable' | null>(null)
  const read = async (file: File | undefined) => {
    if (!file) return
    const bytes = await file.arrayBuffer().catch(() => null)
    const found = bytes && fileText(new Uint8Array(bytes))
    if (found && 'text' in found) {
      setFault(null)
      return onText(found.text)
    }
    setFault(found ? found.fault : 'unreadable')
  }
  return (
    <div>
      <label className="grid gap-1">
        <span className="font-semibold">{label}</span>
        <input
          type="file"
          accept={accept}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? id : undefined}
          onChange={({ currentTarget: { files } }) => void read(files?.[0])}
          className={
            'min-h-11 py-1.5 text-sm file:mr-3 file:min-h-9 file:rounded-md file:border ' +
            'file:border-edge file:bg-surface file:px-3 file:font-semibold file:text-accent'
          }
        />
      </label>
      <div role="alert">
        {fault && (
          <FieldMessage id={id} tone="bad">
            {fault === 'unreadable' ? words('unreadable') : words('encoding', fault)}
          </FieldMessage>
        )}
      </div>
    </div>
  )
}
