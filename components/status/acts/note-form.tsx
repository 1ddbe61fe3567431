'use client'
import { Suspense, lazy } from 'react'
import { AftercareFields } from '@/components/requests/walk/fields/aftercare'
import type { FieldsProps } from '@/components/requests/walk/fields/fields-props'
import { type FormActionOf, SettingsForm } from '@/components/settings/settings-form'

// Only the customer of an online request submits: others' phones need not fetch a date field.
const CarrierSubmissionFields = lazy(async () => ({
  default: (await import('@/components/requests/walk/fields/carrier-submission'))
    .CarrierSubmissionFields,
}))

const fieldsOf = { carrier_submission: CarrierSubmissionFields, aftercare: AftercareFields }
type Own = Pick<FieldsProps, 'outcome' | 'today' | 'hours' | 'callBack' | 'esim'>
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
      {(errorAt) => (
        <Suspense>
          <Fields {...own} errorAt={errorAt} />
        </Suspense>
      )}
    </SettingsForm>
  )
}
