'use client'
import { useFormTexts } from '@/components/forms/texts'
import { DateField } from '@/components/forms/date-field'
import { TextField } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import type { FieldsProps } from './fields-props'

/**
 * The carrier's reference and the day. There is no field for the service password: the holder types
 * it on the carrier's system (F8).
 */
export function CarrierSubmissionFields({
  outcome,
  today,
  hours,
  errorAt,
}: Pick<FieldsProps, 'outcome' | 'today' | 'hours' | 'errorAt'>) {
  const { submission } = useFormTexts()
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="carrierReference"
          label={submission.reference}
          required
          defaultValue={outcome.carrierReference as string | undefined}
          error={errorAt('carrierReference')}
        />
        {hours && (
          <TextField
            name="submittedAt"
            type="time"
            label={submission.at}
            hint={`${submission.hours} ${hours.from}–${hours.to}`}
            defaultValue={outcome.submittedAt as string | undefined}
            error={errorAt('submittedAt')}
          />
        )}
        <DateField
          name="submittedOn"
          max={today}
          label={submission.on}
          defaultValue={(outcome.submittedOn as string | undefined) ?? today}
          error={errorAt('submittedOn')}
        />
      </div>
      <Tick
        name="passwordTypedByHolder:boolean"
        label={submission.password}
        required
        defaultChecked={outcome.passwordTypedByHolder === true}
        error={errorAt('passwordTypedByHolder')}
      />
    </>
  )
}
