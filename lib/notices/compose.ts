import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import type { Personal } from '@/lib/cancellation/rules/particulars'
import { callPhoneMasked } from '@/lib/cancellation/rules/call-phone'
import { groupReference } from '@/lib/domain/identifiers/reference'
import type { NoticeKind } from './kinds'
import { type Composed, type NoticeText, filled, mailOf } from './text'

export type Language = 'zh' | 'en'

/** The data that a notice's placeholders are filled from. */
export type NoticeData = {
  kind: NoticeKind
  record: Pick<RequestRecord, 'reference' | 'steps' | 'call'>
  personal: Personal | null
  store: { nameZh: string; nameEn: string }
  carrier: { nameZh: string; nameEn: string }
  /** Values from the event and those specific to this notice. */
  values: Record<string, string>
  /** The customer's page; by the slip's link where that is permitted. */
  link: string
  /** The title of a step, by its id. */
  stepName: (id: string, language: Language) => string
  dayIn: (day: string, language: Language) => string
  momentIn: (moment: string, language: Language) => string
  /** What holds the request up (P27); empty where nothing does. */
  waitsIn: (language: Language) => string
}

/** By when the carrier rings, as the middle of a sentence; it need not name a time. */
function whenRung(until: string | undefined, { momentIn }: NoticeData, language: Language) {
  if (language === 'zh') return until ? `在${momentIn(until, language)}前` : '在近期'
  return until ? `by ${momentIn(until, language)}` : 'soon'
}

/** A notice in one language. */
export function composed(words: NoticeText, said: NoticeData, language: Language): Composed {
  const { kind, record, personal, store, carrier, values, link, stepName, dayIn, waitsIn } = said
  const nameOf = ({ nameZh, nameEn }: NoticeData['store']) => (language === 'zh' ? nameZh : nameEn)
  const moves = personal?.moves as
    | { reject?: { words?: string }; ask?: { items?: { step: string; words?: string }[] } }
    | undefined
  const missing = (moves?.ask?.items ?? [])
    .flatMap(({ step, words: wanted }) =>
      wanted ? [`${stepName(step, language)}${language === 'zh' ? '：' : ': '}${wanted}`] : [],
    )
    .join(language === 'zh' ? '；' : '; ')
  const all = {
    reference: groupReference(record.reference),
    number: personal?.numberMasked ?? '',
    store: nameOf(store),
    carrier: nameOf(carrier),
    phone: callPhoneMasked(record, personal) ?? '',
    when: whenRung(values.until, said, language),
    link,
    ...values,
    ...(values.day && { day: dayIn(values.day, language) }),
    ...(values.receipt && { receipt: groupReference(values.receipt) }),
    ...(kind === 'needs_info' && { missing }),
    ...(kind === 'lapse_reminder' && { waits: waitsIn(language) }),
    ...(kind === 'rejected' && { words: moves?.reject?.words ?? '' }),
  }
  return { subject: filled(words.subject[language], all), text: filled(words.text[language], all) }
}

/** A mail contains both languages, the customer's first; a text message only the customer's. */
export function composedFor(
  channel: 'mail' | 'text',
  words: NoticeText,
  said: NoticeData,
  own: Language,
): Composed {
  const first = composed(words, said, own)
  if (channel === 'text') return first
  return mailOf(first, composed(words, said, own === 'zh' ? 'en' : 'zh'))
}

/** The preferred language: English for holders with a foreign document. */
export const languageOf = ({ documentType }: Pick<RequestRecord, 'documentType'>): Language =>
  documentType === 'passport' || documentType === 'foreign_permanent_resident' ? 'en' : 'zh'
