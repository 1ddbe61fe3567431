import { randomInt } from 'node:crypto'
import { contactVersion } from '@/lib/cancellation/queries/status'
import { requestToTell } from '@/lib/cancellation/queries/to-tell'
import { type Transaction, transaction } from '@/lib/db/client'
import { secretHash } from '@/lib/db/keyed-hash'
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
  return transaction(async (tx) => {
    if (await isUsedUp(tx, requestId, purpose)) return refused({ code: usedUp[purpose] })
    const own = { code }
    const minutes = { minutes: String(codeMinutes) }
    const channels = await addSealedNotices(tx, requestId, 'one_time_code', own, minutes, now)
    const contact = await contactVersion(requestId, tx)
    if (channels.length === 0 || contact === null) return refused({ code: 'contact_gone' })
    const hash = new Uint8Array(await hashOf(requestId, purpose, contact, code))
    const expiresAt = new Date(now.getTime() + codeMinutes * 60_000)
    await tx.oneTimeCode.upsert({
      where: { requestId_purpose: { requestId, purpose } },
      create: { requestId, purpose, hash, expiresAt },
      update: { hash, expiresAt, usedAt: null },
    })
    return done({ channels })
  })
}

/** Whose a contact is does not belong among the tries: they are counted by its keyed hash. */
async function countedBy(purpose: CodePurpose, contact: string) {
  const hash = await secretHash()
  return `${purpose}|${hash('contact', contact).toString('base64url')}`
}

async function isUsedUp(tx: Transaction, requestId: string, purpose: CodePurpose) {
  const row = await tx.oneTimeCode.findUnique({
    where: { requestId_purpose: { requestId, purpose } },
    select: { wrong: true },
  })
  return row !== null && row.wrong >= mostWrongCodes
}

type Kept = { hash: Uint8Array; expiresAt: Date; usedAt: Date | null; wrong: number }

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
  return transaction(async (tx) => {
    const [kept] = await tx.$queryRaw<Kept[]>`
      select hash, expires_at as "expiresAt", used_at as "usedAt", wrong from one_time_code
      where request_id = ${requestId}::uuid and purpose = ${purpose} for update`
    const contact = await contactVersion(requestId, tx)
    if (!kept || contact === null) return refused({ code: 'code_wrong' })
    if (kept.wrong >= mostWrongCodes) return refused({ code: usedUp[purpose] })
    const fits = (await hashOf(requestId, purpose, contact, code)).equals(kept.hash)
    const where = { requestId_purpose: { requestId, purpose } }
    if (!fits) await tx.oneTimeCode.update({ where, data: { wrong: { increment: 1 } } })
    if (!fits || kept.usedAt || kept.expiresAt <= now) return refused({ code: 'code_wrong' })
    await tx.oneTimeCode.update({ where, data: { usedAt: now } })
    return done({ contact })
  })
}
