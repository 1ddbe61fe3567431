'use client'
import { useTranslations } from 'next-intl'
import { DateField } from '@/components/forms/date-field'
import { TextField } from '@/components/ui/field'

/** What the carrier confirms: its number, where it is not the reference, and the day. */
export function CompleteFields({
  today,
  errorAt,
}: {
  today: string
  errorAt(path: string): string | undefined
}) {
  const t = useTranslations('moves')
  return (
    <div className="grid gap-3 rounded-md border border-line bg-surface p-3 sm:grid-cols-2">
      <TextField
        name="confirmation"
        label={t('confirmation')}
        hint={t('confirmationSame')}
        error={errorAt('confirmation')}
      />
      <DateField
        name="on"
        label={t('on')}
        max={today}
        defaultValue={today}
        className="sm:self-end"
        error={errorAt('on')}
      />
    </div>
  )
}
