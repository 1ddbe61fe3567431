'use client'
import { type FormActionOf, SettingsForm } from '@/components/settings/settings-form'
import { AftercareFields } from '@/components/requests/walk/fields/aftercare'
import { CarrierSubmissionFields } from '@/components/requests/walk/fields/carrier-submission'
import type { FieldsProps } from '@/components/requests/walk/fields/fields-props'

const fieldsOf = { carrier_submission: CarrierSubmissionFields, aftercare: AftercareFields }
type Own = Pick<FieldsProps, 'outcome' | 'today' | 'hours' | 'esim'>
type Props = Own & {
  kind: keyof typeof fieldsOf
  action: FormActionOf
  values: Record<string, string>
  save: string
}

/** A step that customers note themselves, with the same fields as at the counter. */
export function NoteForm({ kind, action, values, save, ...own }: Props) {
  const Fields = fieldsOf[kind]
  return (
    <SettingsForm action={action} values={values} scope={kind} save={save}>
      {(errorAt) => <Fields {...own} errorAt={errorAt} />}
    </SettingsForm>
  )
}
