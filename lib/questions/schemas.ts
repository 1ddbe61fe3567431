import { z } from 'zod'
import { checkPhone } from '@/lib/domain/identifiers/phone'
import { questionKinds } from './kinds'

/** Working days for answering a question (F33). */
export const answerWorkingDays = 3

/** An e-mail address, or a phone number normalized to E.164. */
function reachable(typed: string, context: z.RefinementCtx): string {
  if (z.email().safeParse(typed).success) return typed
  const phone = checkPhone(typed)
  if (phone.ok) return phone.value
  context.addIssue({ code: 'custom', message: 'contact_malformed' })
  return z.NEVER
}

const words = z.string('required').trim().min(1, 'required').max(1000, 'too_long')

/** A customer's question, optionally with the number that they quote and a contact. */
export const askSchema = z.strictObject({
  kind: z.enum(questionKinds, 'required'),
  words,
  /** A reference or a receipt number as typed, for the person who answers. */
  quoted: z.string().trim().max(40, 'too_long').optional(),
  store: z.string().max(40).optional(),
  contact: z.string().trim().max(200, 'too_long').transform(reachable).optional(),
})
export type Asked = z.output<typeof askSchema>

export const answerSchema = z.strictObject({ answer: words })

/** The encrypted part of a question. */
export type QuestionWords = { words: string; quoted?: string; contact?: string; answer?: string }
