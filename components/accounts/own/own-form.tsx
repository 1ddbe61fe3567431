'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFormAction } from '@/components/forms/use-form-action'
import { useFault } from '@/components/forms/texts'
import type { FormActionOf } from '@/components/settings/settings-form'
import { Button, type ButtonLook } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { FieldScope } from '@/components/ui/field-id'
import { RecoveryCodes } from './recovery-codes'

type Props = {
  action: FormActionOf
  values?: Record<string, string>
  scope: string
  save: string
  look?: ButtonLook
  children?: (errorAt: (path: string) => string | undefined) => ReactNode
}

/**
 * A form that changes one's own account and asks for the password; new recovery codes are shown
 * once.
 */
export function OwnForm({ action, values = {}, scope, save, look = 'primary', children }: Props) {
  const t = useTranslations('account')
  const fault = useFault()
  const { state, pending, errors, ready, formProps } = useFormAction(action)
  const errorAt = (path: string) => (errors[path] ? fault(errors[path]) : undefined)
  if (state.status === 'shown') return <RecoveryCodes codes={state.secret} />
  return (
    <FieldScope of={scope}>
      <ActionForm formProps={formProps} ready={ready} className="grid max-w-md gap-4">
        <FormMessages state={state} />
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {children?.(errorAt)}
        <TextField
          name="old"
          type="password"
          label={t('passwordNow')}
          autoComplete="current-password"
          error={errorAt('old')}
        />
        <div>
          <Button look={look} disabled={pending}>
            {pending ? t('busy') : save}
          </Button>
        </div>
      </ActionForm>
    </FieldScope>
  )
}
