'use client'
import { useTranslations } from 'next-intl'
import type { ComponentType } from 'react'
import { DateField } from '@/components/forms/date-field'
import { SelectField, TextArea, TextField } from '@/components/ui/field'
import { useFault } from '@/components/forms/texts'
import { Tick } from '@/components/ui/tick'
import { callQuestion } from '@/lib/cancellation/rules/call-question'
import type { LaterMove } from '@/lib/cancellation/rules/move-inputs'
import { rejectionReasons, takeBackReasons, withdrawReasons } from '@/lib/domain/coded-values'
import { ItemFields } from './item-fields'
import type { MoveFormProps } from './move-form'

/** Fault codes by the field's path. */
type FieldErrors = Record<string, string>

export type MoveFieldsProps = MoveFormProps & { errorAt(path: string): string | undefined }

/** The fields of each move; a move without fields is only a button. */
export const fieldsOfMove: Partial<Record<LaterMove, ComponentType<MoveFieldsProps>>> = {
  ask: ItemFields,
  supply: ItemFields,
  approve: ApproveFields,
  reject: RejectFields,
  take_back: TakeBackFields,
  withdraw: WithdrawFields,
  note_pre_cancelled: PreCancelledFields,
  carrier_refuse: CarrierRefuseFields,
  recall: RecallFields,
  reinstate: ReinstateFields,
}

/** What a move's form sends: the request as it was seen, the move, and the move's own fields. */
export function MoveInputs({ errors, ...props }: MoveFormProps & { errors: FieldErrors }) {
  const fault = useFault()
  const Fields = fieldsOfMove[props.move]
  return (
    <>
      <input type="hidden" name="$reference" value={props.reference} />
      <input type="hidden" name="$version" value={props.version} />
      <input type="hidden" name="$move" value={props.move} />
      {Fields && props.unmet.length === 0 && (
        <Fields {...props} errorAt={(path) => (errors[path] ? fault(errors[path]) : undefined)} />
      )}
    </>
  )
}

function ReasonSelect({
  reasons,
  errorAt,
}: {
  reasons: { code: string; text: string }[]
  errorAt: MoveFieldsProps['errorAt']
}) {
  const t = useTranslations('moves')
  return (
    <SelectField name="reason" label={t('reason')} defaultValue="" error={errorAt('reason')}>
      <option value="">{t('choose')}</option>
      {reasons.map(({ code, text }) => (
        <option key={code} value={code}>
          {text}
        </option>
      ))}
    </SelectField>
  )
}

function ApproveFields({ online, overridable, callUnanswered, errorAt }: MoveFieldsProps) {
  const t = useTranslations('moves')
  return (
    <>
      {online && (
        <TextField
          name="carrierResult"
          label={t('carrierResult')}
          error={errorAt('carrierResult')}
        />
      )}
      {callUnanswered && (
        <TextField
          name={`explained.${callQuestion}`}
          label={t('callUnanswered')}
          hint={t('callUnansweredHint')}
          error={errorAt(`explained.${callQuestion}`)}
        />
      )}
      {overridable && (
        <TextField
          name="overrideReason"
          label={t('override')}
          hint={t('overrideHint')}
          error={errorAt('overrideReason')}
        />
      )}
    </>
  )
}

function RejectFields({ steps, errorAt }: MoveFieldsProps) {
  const t = useTranslations('moves')
  const words = useTranslations('words.rejection')
  return (
    <>
      <ReasonSelect
        reasons={rejectionReasons.map((code) => ({ code, text: words(code) }))}
        errorAt={errorAt}
      />
      <SelectField name="step" label={t('step')} defaultValue="" error={errorAt('step')}>
        <option value="">{t('noStep')}</option>
        {steps.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SelectField>
      <TextArea name="words" label={t('words')} error={errorAt('words')} />
    </>
  )
}

function TakeBackFields({ errorAt }: MoveFieldsProps) {
  const t = useTranslations('moves')
  const words = useTranslations('words.takeBack')
  return (
    <>
      <ReasonSelect
        reasons={takeBackReasons.map((code) => ({ code, text: words(code) }))}
        errorAt={errorAt}
      />
      <TextField name="words" label={t('innerWords')} error={errorAt('words')} />
    </>
  )
}

function WithdrawFields({ online, atCarrier, errorAt }: MoveFieldsProps) {
  const t = useTranslations('moves')
  const words = useTranslations('words.withdrawal')
  return (
    <>
      <ReasonSelect
        reasons={withdrawReasons.map((code) => ({ code, text: words(code) }))}
        errorAt={errorAt}
      />
      {online && atCarrier && (
        <Tick
          name="carrierCancelledIt:boolean"
          label={t('carrierCancelledIt')}
          error={errorAt('carrierCancelledIt')}
        />
      )}
    </>
  )
}

function PreCancelledFields({ today, errorAt }: MoveFieldsProps) {
  const t = useTranslations('moves')
  return (
    <DateField
      name="on"
      label={t('preCancelledOn')}
      max={today}
      defaultValue={today}
      error={errorAt('on')}
    />
  )
}

function CarrierRefuseFields({ today, errorAt }: MoveFieldsProps) {
  const t = useTranslations('moves')
  return (
    <>
      <TextField name="reason" label={t('carrierReason')} error={errorAt('reason')} />
      <TextField
        name="carrierReference"
        label={t('carrierReference')}
        error={errorAt('carrierReference')}
      />
      <DateField
        name="on"
        label={t('refusedOn')}
        max={today}
        defaultValue={today}
        error={errorAt('on')}
      />
    </>
  )
}

function RecallFields({ atCarrier, errorAt }: MoveFieldsProps) {
  const t = useTranslations('moves')
  return atCarrier ? (
    <TextArea name="carrierWords" label={t('carrierWords')} error={errorAt('carrierWords')} />
  ) : null
}

function ReinstateFields({ errorAt }: MoveFieldsProps) {
  const t = useTranslations('moves')
  return <TextField name="confirmation" label={t('confirmation')} error={errorAt('confirmation')} />
}
