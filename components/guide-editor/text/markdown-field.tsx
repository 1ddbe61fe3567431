'use client'
import clsx from 'clsx'
import dynamic from 'next/dynamic'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { FieldMessage } from '@/components/ui/field-frame'
import { useFieldId } from '@/components/ui/field-id'
import { longestText } from '@/lib/guide/draft'
import { textReplaced } from '../form-content'
import { placeOf } from '../lead-to-field'
import { LengthCounter, counterOf } from './length-counter'

// The editor is large: it is loaded when a text is first shown.
const MarkdownEditor = dynamic(
  () => import('./markdown-editor').then((module) => module.MarkdownEditor),
  { ssr: false, loading: () => <div className="min-h-33" /> },
)

type Props = {
  name: string
  lang: string
  label: string
  value: string
  /** Whether it is visible; the editor is loaded then, and stays. */
  shown: boolean
  error?: string
  warning?: string
}

/**
 * A WYSIWYG field of a guide text. The form contains it as Markdown in a hidden field, whether the
 * editor is loaded or not.
 */
export function MarkdownField({ name, lang, label, value, shown, error, warning }: Props) {
  const id = useFieldId()(name)
  const field = useRef<HTMLInputElement>(null)
  const [seen, setSeen] = useState(shown)
  const [markdown, setMarkdown] = useState(value)
  const [replaced, setReplaced] = useState<{ text: string } | null>(null)
  if (shown && !seen) setSeen(true)
  const { length } = markdown
  const write = (next: string) => {
    setMarkdown(next)
    if (!field.current) return
    field.current.value = next
    // The form listens for input events, and a hidden field emits none.
    field.current.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const replace = useEffectEvent((event: Event) => {
    const { detail } = event as CustomEvent<string>
    setReplaced({ text: detail })
    write(detail)
  })
  useEffect(() => {
    const hidden = field.current
    hidden?.addEventListener(textReplaced, replace)
    return () => hidden?.removeEventListener(textReplaced, replace)
  }, [])
  return (
    <div id={placeOf(id)} className="min-w-0">
      <p className="mb-1 font-semibold">{label}</p>
      <div
        className={clsx(
          'rounded-md border bg-surface',
          error || length > longestText ? 'border-2 border-bad' : 'border-edge',
        )}
      >
        {seen && (
          <MarkdownEditor
            id={id}
            lang={lang}
            label={label}
            value={replaced?.text ?? value}
            replaced={replaced}
            described={[error && `${id}-error`, warning && `${id}-warning`, counterOf(id, length)]
              .filter(Boolean)
              .join(' ')}
            write={write}
          />
        )}
      </div>
      <LengthCounter id={id} length={length} />
      <input ref={field} type="hidden" name={name} value={markdown} />
      {error && (
        <FieldMessage id={`${id}-error`} tone="bad">
          {error}
        </FieldMessage>
      )}
      {warning && (
        <FieldMessage id={`${id}-warning`} tone="warn">
          {warning}
        </FieldMessage>
      )}
    </div>
  )
}
