import { randomInt } from 'node:crypto'
import { contactVersion } from '@/lib/cancellation/queries/status'
import { requestToTell } from '@/lib/cancellation/queries/to-tell'
import { secretHash } from '@/lib/db/keyed-hash'
import { type SqlTransaction, sqlTransaction } from '@/lib/db/sql'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { mostWrongCodes } from '@/lib/tries/limits'
import { countTry } from '@/lib/tries/commands'
import type { NoticeChannel } from '../due'
import { addSealedNotices } from '../outbox/commands'

/** Minutes for which a one-time code is good. */
export const codeMinutes = 10

/**
 * What a code is for, and for nothing else: `confirm`, to make sure of the contact at the counter;
 * `open`, to open what a customer can do.
 */
type CodePurpose = 'confirm' | 'open'

/** Said when too many wrong codes have been typed for a purpose. */
const usedUp = { confirm: 'contact_codes_used_up', open: 'codes_used_up' } as const
type UsedUp = (typeof usedUp)[CodePurpose]

/** Of which contact it is stands in it: a code that came to one says nothing of the next. */
async function hashOf(requestId: string, purpose: CodePurpose, contact: number, code: string) {
  const hash = await secretHash()
  return hash('one-time-code', `${requestId}|${purpose}|${contact}|${code}`)
}

type Sent = Result<
  { channels: NoticeChannel[] },
  Refusal<'contact_gone' | 'too_many_codes' | UsedUp>
>

/**
 * Sends a one-time code to each contact of a request, in the place of the one that was sent for the
 * same before; gives the ways it went. One that opens goes to a contact that was made sure of. The
 * code is kept sealed until it is sent, then as a hash.
 */
export async function sendCode(requestId: string, purpose: CodePurpose, now: Date): Promise<Sent> {
  const told = await requestToTell(requestId)
  if (purpose === 'open' && !told?.record.contactConfirmed) {
    return refused({ code: 'contact_gone' })
  }
  for (const contact of [told?.personal?.contactPhone, told?.personal?.contactEmail]) {
    if (contact && (await countTry([['code_sent_to', await countedBy(purpose, contact)]]))) {
      return refused({ code: 'too_many_codes' })
    }
  }
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  // Asked for before the transaction, so that none waits for another connection.
  await secretHash()
  return sqlTransaction(async (tx) => {
    if (await isUsedUp(tx, requestId, purpose)) return refused({ code: usedUp[purpose] })
    const own = { code }
    const minutes = { minutes: String(codeMinutes) }
    const channels = await addSealedNotices(tx, requestId, 'one_time_code', own, minutes, now)
    const contact = await contactVersion(requestId, tx)
    if (channels.length === 0 || contact === null) return refused({ code: 'contact_gone' })
    const hash = new Uint8Array(await hashOf(requestId, purpose, contact, code))
    const expiresAt = new Date(now.getTime() + codeMinutes * 60_000)
    const kept = { hash, expires_at: expiresAt, used_at: null }
    await tx
      .insertInto('one_time_code')
      .values({ request_id: requestId, purpose, ...kept })
      .onConflict((clash) => clash.columns(['request_id', 'purpose']).doUpdateSet(kept))
      .execute()
    return done({ channels })
  })
}

/** Whose a contact is does not belong among the tries: they are counted by its keyed hash. */
async function countedBy(purpose: CodePurpose, contact: string) {
  const hash = await secretHash()
  return `${purpose}|${hash('contact', contact).toString('base64url')}`
}

async function isUsedUp(tx: SqlTransaction, requestId: string, purpose: CodePurpose) {
  const row = await codeOf(tx, requestId, purpose).executeTakeFirst()
  return row !== undefined && row.wrong >= mostWrongCodes
}

const codeOf = (tx: SqlTransaction, requestId: string, purpose: CodePurpose) =>
  tx
    .selectFrom('one_time_code')
    .select(['hash', 'expires_at as expiresAt', 'used_at as usedAt', 'wrong'])
    .where('request_id', '=', requestId)
    .where('purpose', '=', purpose)

/**
 * Takes a code that was typed; it is used up by being right. Gives the version of the contact that
 * it came to. Wrong ones are counted over the request's life, those that come at once each.
 */
export async function spendCode(
  requestId: string,
  purpose: CodePurpose,
  code: string,
  now: Date,
): Promise<Result<{ contact: number }, Refusal<'code_wrong' | UsedUp>>> {
  await secretHash()
  return sqlTransaction(async (tx) => {
    const kept = await codeOf(tx, requestId, purpose).forUpdate().executeTakeFirst()
    const contact = await contactVersion(requestId, tx)
    if (!kept || contact === null) return refused({ code: 'code_wrong' })
    if (kept.wrong >= mostWrongCodes) return refused({ code: usedUp[purpose] })
    const fits = (await hashOf(requestId, purpose, contact, code)).equals(kept.hash)
    const change = tx
      .updateTable('one_time_code')
      .where('request_id', '=', requestId)
      .where('purpose', '=', purpose)
    if (!fits) await change.set(({ eb }) => ({ wrong: eb('wrong', '+', 1) })).execute()
    if (!fits || kept.usedAt || kept.expiresAt <= now) return refused({ code: 'code_wrong' })
    await change.set({ used_at: now }).execute()
    return done({ contact })
  })
}
