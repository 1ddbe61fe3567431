'use client'
import { type FormActionOf, SettingsForm } from '@/components/settings/settings-form'
import { TextArea } from '@/components/ui/field'

/** An answer to each requested item. */
export function SupplyForm({
  action,
  values,
  asked,
  save,
}: {
  action: FormActionOf
  values: Record<string, string>
  asked: readonly { step: string; label: string }[]
  save: string
}) {
  return (
    <SettingsForm action={action} values={values} scope="supply" save={save}>
      {(errorAt) =>
        asked.map(({ step, label }, place) => (
          <div key={step}>
            <input type="hidden" name={`answers.${place}.step`} value={step} />
            <TextArea
              name={`answers.${place}.words`}
              label={label}
              rows={2}
              error={errorAt(`answers.${place}.words`)}
            />
          </div>
        ))
      }
    </SettingsForm>
  )
}
