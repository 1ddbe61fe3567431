'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type FormActionOf, SettingsForm } from '@/components/settings/settings-form'
import { TextArea, TextField } from '@/components/ui/field'
import { type NoticeKind, placeholderNeeded, placeholdersOf } from '@/lib/notices/kinds'
import type { NoticeText } from '@/lib/notices/text'
import { EarlierTexts, type OfferedText } from './earlier-texts'
import { NoticePreview } from './notice-preview'
import { useNoticeFault } from './use-notice-fault'

type Props = {
  action: FormActionOf
  values: Record<string, string>
  kind: NoticeKind
  text: NoticeText
  earlier: readonly OfferedText[]
}

const languages = ['zh', 'en'] as const
type Part = keyof NoticeText

/**
 * Subject and text in both languages, what customers get of them, and the earlier texts, each of
 * which can be put into the fields.
 */
export function NoticeForm({ action, values, kind, text, earlier }: Props) {
  const t = useTranslations('notices')
  const words = useTranslations('words')
  const fault = useNoticeFault(kind)
  const [typed, setTyped] = useState<NoticeText>(text)
  // What stood in the fields before an earlier text was put there.
  const [replaced, setReplaced] = useState<{ by: string; typed: NoticeText } | null>(null)
  const field = (part: Part, language: 'zh' | 'en') => ({
    name: `${part}.${language}`,
    lang: language,
    label: `${t(part)}${words('inBrackets', { text: t(language) })}`,
    value: typed[part][language],
    onChange: ({ target }: { target: { value: string } }) =>
      setTyped((before) => ({
        ...before,
        [part]: { ...before[part], [language]: target.value },
      })),
  })
  const need = placeholderNeeded(kind)
  return (
    <SettingsForm action={action} values={values} scope="notice" save={t('save')} words={fault}>
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
          <div className="grid gap-6 lg:grid-cols-2">
            {languages.map((language) => (
              <div key={language} className="grid content-start gap-3">
                <TextField {...field('subject', language)} error={errorAt(`subject.${language}`)} />
                <TextArea
                  {...field('text', language)}
                  rows={4}
                  error={errorAt(`text.${language}`)}
                />
              </div>
            ))}
          </div>
          <EarlierTexts
            texts={earlier}
            replacedBy={replaced?.by ?? null}
            onPut={({ title, subject, text: said }) => {
              setReplaced({ by: title, typed: replaced?.typed ?? typed })
              setTyped({ subject, text: said })
            }}
            onUndo={() => {
              if (replaced) setTyped(replaced.typed)
              setReplaced(null)
            }}
          />
          <div className="grid gap-6 lg:grid-cols-2">
            {languages.map((language) => (
              <NoticePreview key={language} kind={kind} language={language} text={typed} />
            ))}
          </div>
        </>
      )}
    </SettingsForm>
  )
}
