import { z } from 'zod'
import { type NoticeKind, type Placeholder, placeholderNeeded, placeholdersOf } from './kinds'

const placeholderPattern = /\{([^{}]*)\}/g

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

// The printable ASCII part of the GSM 7-bit alphabet (3GPP TS 23.038).
const sevenBit = /^[A-Za-z0-9 \n\r@$_!"#%&'()*+,\-./:;<=>?]*$/

/**
 * The number of text messages that a text takes: 70 characters in one, 67 each in several; 160 and
 * 153 for the 7-bit alphabet (3GPP TS 23.040).
 */
export function messagesIn(text: string): number {
  const [alone, each] = sevenBit.test(text) ? [160, 153] : [70, 67]
  return text.length <= alone ? 1 : Math.ceil(text.length / each)
}

/** A notice's text in both languages: the mail's subject, and the body of mail and text message. */
export const noticeTextSchema = (kind: NoticeKind) => {
  const words = (most: number) =>
    z
      .string('required')
      .trim()
      .min(1, 'required')
      .max(most, 'too_long')
      .refine(
        (text) =>
          namesIn(text).every((name) => (placeholdersOf(kind) as readonly string[]).includes(name)),
        'placeholder_unknown',
      )
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
export type NoticeText = z.output<ReturnType<typeof noticeTextSchema>>
