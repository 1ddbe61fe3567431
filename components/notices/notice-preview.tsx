'use client'
import { useTranslations } from 'next-intl'
import { filled, messagesIn } from '@/lib/notices/text'

// A fictitious request, only for the preview.
const sample = {
  zh: {
    reference: 'K7M2-9QXT-4RWC',
    number: '138****8000',
    store: '演示营业厅',
    link: 'https://desk.example/s/K7M29QXT4RWC',
    day: '2月25日',
    carrier: '中国电信',
    phone: '138****8000',
    when: '在2月25日 10:00前',
    missed: '1',
    missing: '身份证件复印件',
    words: '证件与登记不一致，请带有效证件再来办理。',
    receipt: 'R4TN-2WKQ-8MHX',
    code: '402917',
    minutes: '10',
  },
  en: {
    reference: 'K7M2-9QXT-4RWC',
    number: '138****8000',
    store: 'Demo Store',
    link: 'https://desk.example/s/K7M29QXT4RWC',
    day: '25 February',
    carrier: 'China Telecom',
    phone: '138****8000',
    when: 'by 25 February, 10:00',
    missed: '1',
    missing: 'a photocopy of the identity document',
    words: 'The document differs from the record; please come again with a valid one.',
    receipt: 'R4TN-2WKQ-8MHX',
    code: '402917',
    minutes: '10',
  },
}

/** A preview of a notice, with its number of text messages. */
export function NoticePreview({
  language,
  subject,
  text,
}: {
  language: 'zh' | 'en'
  subject: string
  text: string
}) {
  const t = useTranslations('notices')
  const words = useTranslations('words')
  const said = filled(text, sample[language])
  return (
    <section
      aria-label={`${t('preview')}${words('inBrackets', { text: t(language) })}`}
      className="rounded-md border border-line bg-sunken p-3"
    >
      <p className="text-sm text-quiet">{t('preview')}</p>
      <p lang={language} className="font-semibold">
        {filled(subject, sample[language])}
      </p>
      <p lang={language} className="whitespace-pre-wrap">
        {said}
      </p>
      <p className="mt-1 text-sm text-quiet">
        {t('length', { characters: said.length, messages: messagesIn(said) })}
      </p>
    </section>
  )
}
