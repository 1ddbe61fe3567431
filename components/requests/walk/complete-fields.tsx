'use client'
import { useTranslations } from 'next-intl'
import { DateField } from '@/components/forms/date-field'
import { TextField } from '@/components/ui/field'
import { FieldsUnder } from '@/components/ui/field-id'
import { Notice } from '@/components/ui/notice'
import { Tick } from '@/components/ui/tick'
import { staffDates } from '@/lib/i18n/dates'

type Props = {
  today: string
  /** The last day on which the number can still be restored: completing before is asked about. */
  reinstatableUntil: string | null
  /** The customer is there to be handed the receipt. */
  atCounter: boolean
  errorAt(path: string): string | undefined
}

/**
 * What the carrier confirms: its number, where it is not the reference, and the day; and whether
 * the receipt is handed over in the same act, as it is to who waits for it at the counter.
 */
export function CompleteFields({ today, reinstatableUntil, atCounter, errorAt }: Props) {
  const t = useTranslations('moves')
  return (
    <div className="grid gap-3 rounded-md border border-line bg-surface p-3">
      <FieldsUnder path="move">
        <div className="field-row">
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
            error={errorAt('on')}
          />
        </div>
        {reinstatableUntil && (
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
        )}
      </FieldsUnder>
      <Tick
        name="handsOver:boolean"
        label={t('handsOver')}
        hint={t('handsOverHint')}
        defaultChecked={atCounter}
      />
    </div>
  )
}
