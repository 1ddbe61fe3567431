'use client'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFormAction } from '@/components/forms/use-form-action'
import { type FormActionOf, SettingsForm } from '@/components/settings/settings-form'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'

type Words = Record<'send' | 'sent' | 'label' | 'enter', string>
type Props = {
  values: Record<string, string>
  askForCode: FormActionOf
  enterCode: FormActionOf
  words: Words
}

/** Requests a one-time code, and submits it. */
export function CodeForms({ values, askForCode, enterCode, words }: Props) {
  const { state, pending, ready, formProps } = useFormAction(askForCode)
  return (
    <div className="grid gap-5">
      <ActionForm formProps={formProps} ready={ready} className="grid gap-3">
        <FormMessages state={state} />
        {state.status === 'done' && (
          <Notice tone="good" role="status">
            {words.sent}
          </Notice>
        )}
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div>
          <Button look={state.status === 'done' ? 'secondary' : 'primary'} disabled={pending}>
            {words.send}
          </Button>
        </div>
      </ActionForm>
      {state.status === 'done' && (
        <SettingsForm action={enterCode} values={values} scope="code" save={words.enter}>
          {(errorAt) => (
            <TextField
              name="code"
              label={words.label}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={7}
              error={errorAt('code')}
              className="max-w-48"
            />
          )}
        </SettingsForm>
      )}
    </div>
  )
}
