'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFormAction } from '@/components/forms/use-form-action'
import { useFault } from '@/components/forms/texts'
import { Button } from '@/components/ui/button'
import { Choice } from '@/components/ui/choice'
import { FieldScope } from '@/components/ui/field-id'
import { TextField } from '@/components/ui/field'
import type { Duty } from '@/lib/cancellation/rules/duties'
import type { RefundState } from '@/lib/domain/coded-values'
import { yuanOf } from './refund-text'
import type { FormState } from '@/lib/forms/form-state'

type Action = (before: FormState, form: FormData) => Promise<FormState>

/** The frame of a duty's form: context, fields, button. */
function DutyForm({
  action,
  reference,
  duty,
  button,
  children,
}: {
  action: Action
  reference: string
  duty: Duty
  button: string
  children: (errorAt: (path: string) => string | undefined) => ReactNode
}) {
  const fault = useFault()
  const { state, pending, errors, ready, formProps } = useFormAction(action)
  return (
    <FieldScope of={duty}>
      <ActionForm formProps={formProps} ready={ready} className="grid gap-4">
        <FormMessages state={state} />
        <input type="hidden" name="$reference" value={reference} />
        <input type="hidden" name="$duty" value={duty} />
        {children((path) => (errors[path] ? fault(errors[path]) : undefined))}
        <div>
          <Button look="secondary" disabled={pending}>
            {button}
          </Button>
        </div>
      </ActionForm>
    </FieldScope>
  )
}

export function RefundForm({
  action,
  reference,
  amountFen,
  terms,
  leadsTo,
}: {
  action: Action
  reference: string
  amountFen: number
  /** Where it goes, and by when. */
  terms: string
  leadsTo: RefundState[]
}) {
  const t = useTranslations('walk.duties')
  const words = useTranslations('words.refund')
  return (
    <DutyForm action={action} reference={reference} duty="note_refund" button={t('refundSave')}>
      {(errorAt) => (
        <>
          <h3 className="font-semibold">
            {t('refund')} ¥{yuanOf(amountFen)}
          </h3>
          <p className="text-sm text-quiet">{terms}</p>
          <Choice
            name="refund"
            legend={t('refundState')}
            columns={3}
            options={leadsTo.map((value) => ({ value, label: words(value) }))}
            error={errorAt('refund')}
          />
          <TextField name="words" label={t('refundWords')} error={errorAt('words')} />
        </>
      )}
    </DutyForm>
  )
}
