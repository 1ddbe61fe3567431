import { addressOf } from '@/lib/rate-limits/address'
import type { Counted } from '@/lib/rate-limits/limits'
import {
  countAttempt,
  refundAttempt,
  returnPhoneGuess,
  takePhoneGuess,
} from '@/lib/rate-limits/commands'
import { type Access, linkOpens, requestIdOf, statusAccess } from './status'

type Headers = { get(name: string): string | null }

/**
 * The result of a look-up: access, or why not. `codeOnly`: too many wrong guesses of the last four
 * digits, so only the slip works. `minutes`: until the next attempt.
 */
export type LookUp =
  | { answer: 'opens'; access: Access }
  | { answer: 'nothing' | 'codeOnly' }
  | { answer: 'tooMany'; minutes: number }

const isPhoneEnd = (secret: string) => /^\d{4}$/.test(secret)

/**
 * Looks up a request by its reference and the typed secret: the contact phone's last four digits or
 * the slip's code. Wrong attempts are counted per address first, then per request, so that nobody
 * exhausts somebody else's limit; correct ones are not counted.
 */
export async function lookUpStatus(
  reference: string,
  secret: string,
  headers: Headers,
  now: Date,
): Promise<LookUp> {
  const address = addressOf(headers)
  const byPhone = isPhoneEnd(secret)
  const tries: Counted[] = [
    ['status_address', address],
    [byPhone ? 'phone_from' : 'code_from', `${reference}|${address}`],
    [byPhone ? 'status_reference' : 'code_reference', reference],
  ]
  const wait = await countAttempt(tries)
  if (wait) return { answer: 'tooMany', minutes: Math.ceil(wait / 60) }
  const guessed = byPhone ? await requestIdOf(reference) : null
  if (guessed && !(await takePhoneGuess(guessed))) return { answer: 'codeOnly' }
  const access = await statusAccess(reference, secret, now)
  if (!access) return { answer: 'nothing' }
  await refundAttempt(tries)
  if (guessed) await returnPhoneGuess(guessed)
  return { answer: 'opens', access }
}

/**
 * The access that a slip's link gives; null when it does not match. The key has 128 bits and cannot
 * be guessed, so it is not counted and no limit that others could exhaust applies.
 */
export const openSlipLink = (reference: string, key: string, now: Date): Promise<Access | null> =>
  linkOpens(reference, key, now)
