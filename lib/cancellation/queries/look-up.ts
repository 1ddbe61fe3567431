import { addressOf } from '@/lib/tries/address'
import type { Counted } from '@/lib/tries/limits'
import { countTry, forgiveTry, returnPhoneGuess, takePhoneGuess } from '@/lib/tries/commands'
import { type Access, linkOpens, requestIdOf, statusAccess } from './status'

type Headers = { get(name: string): string | null }

/**
 * What a look-up comes to: how it opens the request, or why it does not. `codeOnly`: the last four
 * digits were guessed at too often, so the slip alone opens it. `minutes`: until the next try.
 */
export type LookUp =
  | { answer: 'opens'; access: Access }
  | { answer: 'nothing' | 'codeOnly' }
  | { answer: 'tooMany'; minutes: number }

const isPhoneEnd = (secret: string) => /^\d{4}$/.test(secret)

/**
 * Looks a request up by its reference and what a customer typed: the contact phone's last four
 * digits, or the slip's code. Wrong tries are counted by address first, then by request, so that
 * nobody uses up what is somebody else's; right ones are not counted.
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
  const wait = await countTry(tries)
  if (wait) return { answer: 'tooMany', minutes: Math.ceil(wait / 60) }
  const guessed = byPhone ? await requestIdOf(reference) : null
  if (guessed && !(await takePhoneGuess(guessed))) return { answer: 'codeOnly' }
  const access = await statusAccess(reference, secret, now)
  if (!access) return { answer: 'nothing' }
  await forgiveTry(tries)
  if (guessed) await returnPhoneGuess(guessed)
  return { answer: 'opens', access }
}

/**
 * What a slip's link opens this request by; null where it does not. It has 128 bits, so that nobody
 * guesses it: it is not counted, and no limit that others can use up stands in its way.
 */
export const openSlipLink = (reference: string, key: string, now: Date): Promise<Access | null> =>
  linkOpens(reference, key, now)
