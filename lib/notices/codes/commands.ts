import { randomInt } from 'node:crypto'
import { deathsKnown } from '@/lib/cancellation/queries/deaths'
import { contactVersion } from '@/lib/cancellation/queries/status'
import { noticeDataOf } from '@/lib/cancellation/queries/notice-data'
import { secretHash } from '@/lib/db/keyed-hash'
import { type SqlTransaction, sqlTransaction } from '@/lib/db/sql'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { maxWrongCodes } from '@/lib/rate-limits/limits'
import { countAttempt } from '@/lib/rate-limits/commands'
import type { NoticeChannel } from '../due'
import { addSealedNotices } from '../outbox/commands'

/** Validity of a one-time code in minutes. */
export const codeMinutes = 10

/**
 * The single purpose of a code: `confirm` a contact at the counter, or `open` the customer's
 * actions.
 */
type CodePurpose = 'confirm' | 'open'

/** The refusal after too many wrong codes for a purpose. */
const usedUpCodes = { confirm: 'contact_codes_used_up', open: 'codes_used_up' } as const
type UsedUp = (typeof usedUpCodes)[CodePurpose]

/**
 * The hash includes the contact's version, so a code sent to one contact does not confirm the next.
 */
async function hashOf(requestId: string, purpose: CodePurpose, contact: number, code: string) {
  const hash = await secretHash()
  return hash('one-time-code', `${requestId}|${purpose}|${contact}|${code}`)
}

type Sent = Result<
  { channels: NoticeChannel[] },
  Refusal<'contact_gone' | 'too_many_codes' | UsedUp>
>

/**
 * Sends a one-time code to each contact of a request, replacing an earlier one for the same
 * purpose; returns the channels used. An `open` code is only sent to a confirmed contact, and none
 * to a dead person's (P29). The code is stored encrypted until it is sent, then as a hash.
 */
export async function sendCode(requestId: string, purpose: CodePurpose, now: Date): Promise<Sent> {
  const noticeData = await noticeDataOf(requestId)
  if (purpose === 'open' && !noticeData?.record.contactConfirmed) {
    return refused({ code: 'contact_gone' })
  }
  if (noticeData && (await deathsKnown([noticeData])).size > 0)
    return refused({ code: 'contact_gone' })
  for (const contact of [noticeData?.personal?.contactPhone, noticeData?.personal?.contactEmail]) {
    if (contact && (await countAttempt([['code_sent_to', await counterKey(purpose, contact)]]))) {
      return refused({ code: 'too_many_codes' })
    }
  }
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  // Load the key before the transaction, so that it does not wait for a second connection.
  await secretHash()
  return sqlTransaction(async (tx) => {
    if (await isUsedUp(tx, requestId, purpose)) return refused({ code: usedUpCodes[purpose] })
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

/** Attempts are counted by the contact's keyed hash, so that the counters hold no contact. */
async function counterKey(purpose: CodePurpose, contact: string) {
  const hash = await secretHash()
  return `${purpose}|${hash('contact', contact).toString('base64url')}`
}

async function isUsedUp(tx: SqlTransaction, requestId: string, purpose: CodePurpose) {
  const row = await codeOf(tx, requestId, purpose).executeTakeFirst()
  return row !== undefined && row.wrong >= maxWrongCodes
}

const codeOf = (tx: SqlTransaction, requestId: string, purpose: CodePurpose) =>
  tx
    .selectFrom('one_time_code')
    .select(['hash', 'expires_at as expiresAt', 'used_at as usedAt', 'wrong'])
    .where('request_id', '=', requestId)
    .where('purpose', '=', purpose)

/**
 * Checks a typed code and consumes a correct one; returns the version of the contact that received
 * it. Wrong codes are counted over the request's lifetime, concurrent ones individually.
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
    if (kept.wrong >= maxWrongCodes) return refused({ code: usedUpCodes[purpose] })
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
