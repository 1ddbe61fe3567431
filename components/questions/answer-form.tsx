'use client'
import { useTranslations } from 'next-intl'
import { type FormActionOf, SettingsForm } from '@/components/settings/settings-form'
import { TextArea } from '@/components/ui/field'

/** The answer to a question; it is sent to the customer verbatim. */
export function AnswerForm({ id, action }: { id: string; action: FormActionOf }) {
  const t = useTranslations('questions.reply')
  return (
    <SettingsForm
      action={action}
      values={{ $question: id }}
      scope={`question-${id}`}
      save={t('send')}
      look="secondary"
    >
      {(errorAt) => (
        <TextArea name="answer" label={t('label')} rows={3} error={errorAt('answer')} />
      )}
    </SettingsForm>
  )
}
