'use client'
import { Button, type ButtonLook } from '@/components/ui/button'
import type { FormState } from '@/lib/forms/form-state'
import { ActionForm } from './action-form'
import { FormMessages } from './form-messages'
import { useFormAction } from './use-form-action'

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>
  values: Record<string, string>
  look?: ButtonLook
  /** May be submitted before hydration. */
  plain?: boolean
  children: string
}

/** A form that consists of one button, with fixed values. */
export function OneButtonForm({ action, values, look = 'plain', plain = false, children }: Props) {
  const { state, pending, ready, formProps, plainProps } = useFormAction(action)
  return (
    <ActionForm formProps={plain ? plainProps : formProps} ready={plain || ready}>
      <FormMessages state={state} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button look={look} disabled={pending}>
        {children}
      </Button>
    </ActionForm>
  )
}
