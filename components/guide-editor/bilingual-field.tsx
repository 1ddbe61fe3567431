'use client'
import { useTranslations } from 'next-intl'
import type { ErrorAt } from '@/components/settings/settings-form'
import { useState } from 'react'
import { TextField } from '@/components/ui/field'
import { useFieldId } from '@/components/ui/field-id'
import { LengthCounter } from './text/length-counter'
import { MarkdownField } from './text/markdown-field'

type Props = {
  name: string
  label: string
  value: { zh: string; en: string }
  /** A text in Markdown, not a line. */
  long?: boolean
  shown?: boolean
  errorAt: ErrorAt
}

type ShortProps = {
  name: string
  lang: string
  label: string
  value: string
  error?: string
  warning?: string
}

/** A line of text; its length is said once it is near the limit. */
function ShortText({ value, ...field }: ShortProps) {
  const id = useFieldId()(field.name)
  const [length, setLength] = useState(value.length)
  return (
    <div className="min-w-0">
      <TextField
        {...field}
        defaultValue={value}
        onInput={({ currentTarget }) => setLength(currentTarget.value.length)}
      />
      <LengthCounter id={id} length={length} quiet />
    </div>
  )
}

/** A text in both languages, side by side; a missing one is marked. */
export function BilingualField({ name, label, value, long, shown = true, errorAt }: Props) {
  const t = useTranslations('guides')
  const words = useTranslations('words')
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {(['zh', 'en'] as const).map((language) => {
        const field = {
          name: `${name}.${language}`,
          lang: language,
          label: `${label}${words('inBrackets', { text: t(language) })}`,
          error: errorAt(`${name}.${language}`),
          warning: value[language].trim() ? undefined : t('missing'),
        }
        return long ? (
          <MarkdownField key={language} {...field} value={value[language]} shown={shown} />
        ) : (
          <ShortText key={language} {...field} value={value[language]} />
        )
      })}
    </div>
  )
}
