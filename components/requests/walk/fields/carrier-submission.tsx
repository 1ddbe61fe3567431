'use client'
import { useState } from 'react'
import { useFormTexts } from '@/components/forms/texts'
import { DateField } from '@/components/forms/date-field'
import { Choice } from '@/components/ui/choice'
import { TextField } from '@/components/ui/field'
import { Tick } from '@/components/ui/tick'
import type { CallPhone } from '@/lib/domain/coded-values'
import type { FieldsProps } from './fields-props'

/**
 * The carrier's reference and the day. There is no field for the service password: the holder types
 * it on the carrier's system (F8).
 */
export function CarrierSubmissionFields({
  outcome,
  today,
  hours,
  callBack,
  errorAt,
}: Pick<FieldsProps, 'outcome' | 'today' | 'hours' | 'callBack' | 'errorAt'>) {
  const { submission } = useFormTexts()
  return (
    <>
      <div className="field-row">
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
      {callBack && <CallFields outcome={outcome} callBack={callBack} errorAt={errorAt} />}
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

/** On which phone the carrier rings back (P15): never on one that has stopped. */
function CallFields({
  outcome,
  callBack,
  errorAt,
}: Pick<FieldsProps, 'outcome' | 'errorAt'> & {
  callBack: NonNullable<FieldsProps['callBack']>
}) {
  const { submission } = useFormTexts()
  const [on, setOn] = useState((outcome.callOn as CallPhone | undefined) ?? '')
  return (
    <>
      <Choice
        name="callOn"
        legend={submission.callOn}
        hint={submission.callOnHint}
        columns={1}
        required
        options={[
          { value: 'number', label: submission.callOnNumber },
          ...(callBack.contact ? [{ value: 'contact', label: submission.callOnContact }] : []),
          { value: 'other', label: submission.callOnOther },
        ]}
        value={on}
        onChange={setOn}
        error={errorAt('callOn')}
      />
      {on === 'other' && (
        <TextField
          name="callPhone"
          type="tel"
          label={submission.callPhone}
          required
          defaultValue={callBack.phone ?? undefined}
          error={errorAt('callPhone')}
        />
      )}
    </>
  )
}
