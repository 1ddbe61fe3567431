'use client'
import { useTranslations } from 'next-intl'
import { type FormActionOf, SettingsForm } from '@/components/settings/settings-form'
import type { ButtonLook } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'

/** A note with the reason, and the publish button. */
export function NoteForm({
  action,
  values,
  scope,
  save,
  look,
}: {
  action: FormActionOf
  values: Record<string, string>
  scope: string
  save: string
  look?: ButtonLook
}) {
  const t = useTranslations('guides')
  return (
    <SettingsForm action={action} values={values} scope={scope} save={save} look={look}>
      {(errorAt) => <TextField name="note" label={t('note')} error={errorAt('note')} />}
    </SettingsForm>
  )
}
