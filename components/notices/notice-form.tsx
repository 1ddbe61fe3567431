'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { type FormActionOf, SettingsForm } from '@/components/settings/settings-form'
import { TextArea, TextField } from '@/components/ui/field'
import { type NoticeKind, placeholderNeeded, placeholdersOf } from '@/lib/notices/kinds'
import type { NoticeText } from '@/lib/notices/text'
import { NoticePreview } from './notice-preview'

type Props = {
  action: FormActionOf
  values: Record<string, string>
  kind: NoticeKind
  text: NoticeText
}

/** Subject and text in both languages, with a preview beside them. */
export function NoticeForm({ action, values, kind, text }: Props) {
  const t = useTranslations('notices')
  const words = useTranslations('words')
  const [shown, setShown] = useState({
    'subject.zh': text.subject.zh,
    'subject.en': text.subject.en,
    'text.zh': text.text.zh,
    'text.en': text.text.en,
  })
  const typed = ({ target }: FormEvent) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)
      setShown((before) =>
        target.name in before ? { ...before, [target.name]: target.value } : before,
      )
  }
  const need = placeholderNeeded(kind)
  return (
    <SettingsForm action={action} values={values} scope="notice" save={t('save')}>
      {(errorAt) => (
        <>
          <div>
            <p className="font-semibold">{t('placeholders')}</p>
            <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm">
              {placeholdersOf(kind).map((name) => (
                <li key={name}>
                  <code>{`{${name}}`}</code> {t(`placeholder.${name}`)}
                  {name === need && ` · ${t('needed')}`}
                </li>
              ))}
            </ul>
          </div>
          <div onInput={typed} className="grid gap-6 lg:grid-cols-2">
            {(['zh', 'en'] as const).map((language) => (
              <div key={language} className="grid content-start gap-3">
                <TextField
                  name={`subject.${language}`}
                  lang={language}
                  label={`${t('subject')}${words('inBrackets', { text: t(language) })}`}
                  defaultValue={text.subject[language]}
                  error={errorAt(`subject.${language}`)}
                />
                <TextArea
                  name={`text.${language}`}
                  lang={language}
                  rows={4}
                  label={`${t('text')}${words('inBrackets', { text: t(language) })}`}
                  defaultValue={text.text[language]}
                  error={errorAt(`text.${language}`)}
                />
                <NoticePreview
                  language={language}
                  subject={shown[`subject.${language}`]}
                  text={shown[`text.${language}`]}
                />
              </div>
            ))}
          </div>
        </>
      )}
    </SettingsForm>
  )
}
