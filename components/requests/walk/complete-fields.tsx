'use client'
import { useTranslations } from 'next-intl'
import { DateField } from '@/components/forms/date-field'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { staffDates } from '@/lib/i18n/dates'

type Props = {
  today: string
  /** The last day on which the number can still be restored: completing before is asked about. */
  reinstatableUntil: string | null
  errorAt(path: string): string | undefined
}

/** What the carrier confirms: its number, where it is not the reference, and the day. */
export function CompleteFields({ today, reinstatableUntil, errorAt }: Props) {
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
      {reinstatableUntil && (
        <div className="sm:col-span-2">
          <Notice tone="warn" title={t('reinstatable', { day: staffDates.day(reinstatableUntil) })}>
            <div className="mt-2">
              <TextField
                name="reinstatableReason"
                label={t('reinstatableReason')}
                hint={t('reinstatableHint')}
                error={errorAt('reinstatableReason')}
              />
            </div>
          </Notice>
        </div>
      )}
    </div>
  )
}
