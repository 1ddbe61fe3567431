'use client'
import { useTranslations } from 'next-intl'
import { TextArea, TextField } from '@/components/ui/field'
import type { ErrorAt } from '@/components/settings/settings-form'

type Props = { name: string; label: string; value: { zh: string; en: string }; long?: boolean; errorAt: ErrorAt }

/** One text in both languages, side by side; the one that is missing says so. */
export function BilingualField({ name, label, value, long, errorAt }: Props) {
  const t = useTranslations('guides')
  const Field = long ? TextArea : TextField
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {(['zh', 'en'] as const).map((language) => (
        <Field key={language} name={`${name}.${language}`} lang={language} label={`${label}（${t(language)}）`} defaultValue={value[language]} error={errorAt(`${name}.${language}`)} warning={value[language].trim() ? undefined : t('missing')} />
      ))}
    </div>
  )
}
