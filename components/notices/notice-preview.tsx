'use client'
import { useTranslations } from 'next-intl'
import { type NoticeKind, placeholdersOf } from '@/lib/notices/kinds'
import { type NoticeText, filled, mailOf, namesIn } from '@/lib/notices/text'
import { textMessagesOf } from '@/lib/notices/text-messages'
import { previewValues } from './preview-values'

type Language = 'zh' | 'en'
type Props = { kind: NoticeKind; language: Language; text: NoticeText }

/** What a customer of one language gets of a notice: the text message, and the mail. */
export function NoticePreview({ kind, language, text }: Props) {
  const t = useTranslations('notices')
  const words = useTranslations('words')
  const shown = (written: string, of: Language) =>
    filled(written, {
      // What is no placeholder of this kind stays as it was written.
      ...Object.fromEntries(namesIn(written).map((name) => [name, `{${name}}`])),
      ...Object.fromEntries(placeholdersOf(kind).map((name) => [name, previewValues[of][name]])),
    })
  const said = (of: Language) => ({
    subject: shown(text.subject[of], of),
    text: shown(text.text[of], of),
  })
  const message = said(language).text
  const mail = mailOf(said(language), said(language === 'zh' ? 'en' : 'zh'))
  const { alphabet, length, parts } = textMessagesOf(message)
  return (
    <section
      aria-label={`${t('preview')}${words('inBrackets', { text: t(language) })}`}
      className="grid min-w-0 content-start gap-3 rounded-md border border-line bg-sunken p-3"
    >
      <p className="text-sm text-quiet">{t(`previewFor.${language}`)}</p>
      <div>
        <h3 className="text-sm font-semibold">{t('channel.text')}</h3>
        <p lang={language} className="break-words whitespace-pre-wrap">
          {message}
        </p>
        <p className="mt-1 text-sm text-quiet tabular-nums">
          {t(`length.${alphabet}`, { length, parts })}
        </p>
        {!message.startsWith('【') && <p className="text-sm text-warn">{t('unsigned')}</p>}
      </div>
      <div className="border-t border-line pt-3">
        <h3 className="text-sm font-semibold">{t('channel.mail')}</h3>
        <p className="font-semibold break-words">{mail.subject}</p>
        <p className="break-words whitespace-pre-wrap">{mail.text.trim()}</p>
      </div>
    </section>
  )
}
