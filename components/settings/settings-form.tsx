'use client'
import type { ComponentType, ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFormAction } from '@/components/forms/use-form-action'
import { useFault, useFormTexts } from '@/components/forms/texts'
import { Button, type ButtonLook } from '@/components/ui/button'
import { FieldScope } from '@/components/ui/field-id'
import type { FormState } from '@/lib/forms/form-state'

export type FormActionOf = (before: FormState, form: FormData) => Promise<FormState>
export type ErrorAt = (path: string) => string | undefined
type Props = {
  action: FormActionOf
  values: Record<string, string>
  scope: string
  save: string
  look?: ButtonLook
  /** May be submitted before hydration; its action returns the input. */
  plain?: boolean
  /** A fault in the form's own words, where it has some. */
  words?: (path: string, code: string) => string
  /**
   * What asks before it is left with unsaved input; brought by the staff's forms that want it, so
   * that customers' pages do not load it.
   */
  leaving?: ComponentType<{ state: FormState }>
  /** How a secret that is shown once is shown. */
  shown?: (secret: string, about: string | undefined) => ReactNode
  children?: (errorAt: ErrorAt, typed: Record<string, string>) => ReactNode
}

/** The frame of a settings form: messages, fields, button. */
export function SettingsForm({
  action,
  values,
  scope,
  save,
  look = 'primary',
  plain = false,
  words,
  leaving: Leaving,
  shown,
  children,
}: Props) {
  const fault = useFault()
  const { settings } = useFormTexts()
  const { state, pending, errors, ready, formProps, plainProps } = useFormAction(action)
  return (
    <FieldScope of={scope}>
      <ActionForm
        formProps={plain ? plainProps : formProps}
        ready={plain || ready}
        className="grid gap-5"
      >
        <FormMessages state={state} words={words} />
        {Leaving && <Leaving state={state} />}
        {state.status === 'shown' && shown?.(state.secret, state.about)}
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children?.((path) => {
          const code = errors[path]
          return code && (words?.(path, code) ?? fault(code))
        }, state.typed ?? {})}
        <div>
          <Button look={look} disabled={pending}>
            {pending ? settings.busy : save}
          </Button>
        </div>
      </ActionForm>
    </FieldScope>
  )
}
