'use client'
import { useTranslations } from 'next-intl'
import { type FormActionOf, SettingsForm } from '@/components/settings/settings-form'
import { Choice } from '@/components/ui/choice'
import { SelectField, TextArea, TextField } from '@/components/ui/field'
import { questionKinds } from '@/lib/questions/kinds'

type Props = { action: FormActionOf; /** The request from whose page it is asked. */ reference: string | null; quoted: string; stores: readonly { code: string; name: string }[] }

/** What a customer leaves: kind, words, what they quote, and where the answer goes. */
export function AskForm({ action, reference, quoted, stores }: Props) {
  const t = useTranslations('questions')
  return (
    <SettingsForm action={action} values={reference ? { $reference: reference } : {}} scope="ask" save={t('ask.send')}>
      {(errorAt) => (
        <>
          <Choice name="kind" legend={t('ask.kind')} options={questionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} defaultValue="question" error={errorAt('kind')} />
          <TextArea name="words" label={t('ask.words')} hint={t('ask.wordsHint')} rows={5} error={errorAt('words')} />
          {!reference && (
            <>
              <TextField name="quoted" label={t('ask.quoted')} defaultValue={quoted} error={errorAt('quoted')} />
              <SelectField name="store" label={t('ask.store')}><option value="">{t('ask.anyStore')}</option>{stores.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}</SelectField>
              <TextField name="contact" label={t('ask.contact')} hint={t('ask.contactHint')} error={errorAt('contact')} />
            </>
          )}
        </>
      )}
    </SettingsForm>
  )
}
