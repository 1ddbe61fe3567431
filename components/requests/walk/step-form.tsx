'use client'
import { useTranslations } from 'next-intl'
import { DraftNotice } from '@/components/drafts/draft-notice'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFormAction } from '@/components/forms/use-form-action'
import { useFault } from '@/components/forms/texts'
import { Button } from '@/components/ui/button'
import type { FormState } from '@/lib/forms/form-state'
import { fieldsOfKind } from './fields'
import { looksDone } from './looks-done'
import { useShowDone } from './noting'
import type { StepFieldsProps } from './step-fields-props'

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>
  reference: string
  version: number
  step: string
  noted: boolean
  fields: StepFieldsProps
}

/** The form that notes a step. A refused note changes nothing, and the input stays. */
export function StepForm({ action, reference, version, step, noted, fields }: Props) {
  const t = useTranslations('walk')
  const fault = useFault()
  const showDone = useShowDone()
  const { state, pending, errors, ready, formProps } = useFormAction(
    action,
    (form) => looksDone(form) && showDone(step),
  )
  const Fields = fieldsOfKind[fields.kind]
  const errorAt = (path: string) => (errors[path] ? fault(errors[path]) : undefined)
  return (
    <ActionForm formProps={formProps} ready={ready} className="grid max-w-3xl gap-5">
      <DraftNotice
        form={formProps.ref}
        place={`requests/${reference}/step/${step}`}
        ready={ready}
      />
      <FormMessages state={state} />
      <input type="hidden" name="$reference" value={reference} />
      <input type="hidden" name="$version" value={version} />
      <input type="hidden" name="$step" value={step} />
      <Fields {...fields} errorAt={errorAt} />
      <div>
        <Button look={noted ? 'secondary' : 'primary'} disabled={pending}>
          {pending ? t('busy') : noted ? t('correct') : t('save')}
        </Button>
      </div>
    </ActionForm>
  )
}
