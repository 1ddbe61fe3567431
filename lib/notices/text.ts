import { z } from 'zod'
import { type NoticeKind, type Placeholder, placeholderNeeded } from './kinds'
import { placeholderFault } from './placeholder-faults'

const placeholderPattern = /\{([^{}]*)\}/g

/** A notice in one language, its placeholders filled in. */
export type Composed = { subject: string; text: string }

/** The placeholder names in a text. */
export const namesIn = (text: string): string[] =>
  [...text.matchAll(placeholderPattern)].map((match) => match[1] ?? '')

/** A text with its placeholders filled in; those without a value become empty. */
export const filled = (text: string, values: Partial<Record<Placeholder, string>>): string =>
  text.replace(placeholderPattern, (_, name: string) =>
    Object.hasOwn(values, name) ? (values[name as Placeholder] ?? '') : '',
  )

/** The signature that begins a text message, `【…】`: mails need none, some gateways set theirs. */
export const withoutSignature = (text: string) => text.replace(/^【[^】]*】/, '')

/** A mail: both languages, the customer's first, without the signature of a text message. */
export const mailOf = (own: Composed, other: Composed): Composed => ({
  subject: `${own.subject} ${other.subject}`,
  text: `${withoutSignature(own.text)}\n\n${withoutSignature(other.text)}\n`,
})

/** A notice's text as it is stored: the mail's subject, and the body of mail and text message. */
export const storedNoticeText = z.strictObject({
  subject: z.strictObject({ zh: z.string(), en: z.string() }),
  text: z.strictObject({ zh: z.string(), en: z.string() }),
})
export type NoticeText = z.output<typeof storedNoticeText>

/** A notice's text as it is written: its placeholders are sound, and the required one is there. */
export const noticeTextSchema = (kind: NoticeKind) => {
  const words = (most: number) =>
    z
      .string('required')
      .trim()
      .min(1, 'required')
      .max(most, 'too_long')
      .superRefine((text, context) => {
        const fault = placeholderFault(kind, text)
        if (fault) context.addIssue({ code: 'custom', message: `${fault.code} ${fault.written}` })
      })
  const need = placeholderNeeded(kind)
  const text = words(300).refine(
    (said) => !need || namesIn(said).includes(need),
    'placeholder_missing',
  )
  return z.strictObject({
    subject: z.strictObject({ zh: words(60), en: words(80) }),
    text: z.strictObject({ zh: text, en: text }),
  })
}
