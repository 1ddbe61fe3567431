'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFault, useFormTexts } from '@/components/forms/texts'
import { useFormAction } from '@/components/forms/use-form-action'
import { Button } from '@/components/ui/button'
import { Choice } from '@/components/ui/choice'
import { TextField } from '@/components/ui/field'
import { FieldScope } from '@/components/ui/field-id'
import { callOutcomes } from '@/lib/domain/coded-values'
import type { FormState } from '@/lib/forms/form-state'

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>
  reference: string
  version: number
  /** Whether there is a contact phone. */
  contact: boolean
}

/** What came of the carrier's call (P15); where the phone is dead, on which one it rings instead. */
export function CallForm({ action, reference, version, contact }: Props) {
  const t = useTranslations('walk.call')
  const outcome = useTranslations('words.callOutcome')
  const { submission } = useFormTexts()
  const fault = useFault()
  const { state, pending, errors, ready, formProps } = useFormAction(action)
  const [call, setCall] = useState('')
  const [on, setOn] = useState('')
  const errorAt = (path: string) => (errors[path] ? fault(errors[path]) : undefined)
  return (
    <FieldScope of="call">
      <ActionForm formProps={formProps} ready={ready} className="grid gap-4">
        <FormMessages state={state} />
        <input type="hidden" name="$reference" value={reference} />
        <input type="hidden" name="$version" value={version} />
        <Choice
          name="call"
          legend={t('happened')}
          columns="flow"
          options={callOutcomes.map((value) => ({ value, label: outcome(value) }))}
          value={call}
          onChange={setCall}
          error={errorAt('call')}
        />
        {call === 'phone_dead' && (
          <Choice
            name="on"
            legend={t('on')}
            hint={submission.callOnHint}
            columns="flow"
            options={[
              ...(contact ? [{ value: 'contact', label: submission.callOnContact }] : []),
              { value: 'other', label: submission.callOnOther },
            ]}
            value={on}
            onChange={setOn}
            error={errorAt('on')}
          />
        )}
        {call === 'phone_dead' && on === 'other' && (
          <TextField
            name="phone"
            type="tel"
            label={submission.callPhone}
            error={errorAt('phone')}
          />
        )}
        {call && <TextField name="words" label={t('words')} error={errorAt('words')} />}
        <div>
          <Button look="secondary" disabled={pending}>
            {t('save')}
          </Button>
        </div>
      </ActionForm>
    </FieldScope>
  )
}
