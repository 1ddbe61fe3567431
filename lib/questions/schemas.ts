import { z } from 'zod'
import { checkPhone } from '@/lib/domain/identifiers/phone'
import { questionKinds } from './kinds'

/** Working days within which a question is answered (F33). */
export const answerWorkingDays = 3

/** An e-mail address, or a phone number in its international form (E.164), however it was typed. */
function reachable(typed: string, context: z.RefinementCtx): string {
  if (z.email().safeParse(typed).success) return typed
  const phone = checkPhone(typed)
  if (phone.ok) return phone.value
  context.addIssue({ code: 'custom', message: 'contact_malformed' })
  return z.NEVER
}

const words = z.string('required').trim().min(1, 'required').max(1000, 'too_long')

/** What a customer leaves: with the number they quote and a contact, where they have them. */
export const askSchema = z.strictObject({
  kind: z.enum(questionKinds, 'required'),
  words,
  /** A reference or a receipt's number as typed: for whoever answers. */
  quoted: z.string().trim().max(40, 'too_long').optional(),
  store: z.string().max(40).optional(),
  contact: z.string().trim().max(200, 'too_long').transform(reachable).optional(),
})
export type Asked = z.output<typeof askSchema>

export const answerSchema = z.strictObject({ answer: words })

/** What is sealed of a question. */
export type QuestionWords = { words: string; quoted?: string; contact?: string; answer?: string }
