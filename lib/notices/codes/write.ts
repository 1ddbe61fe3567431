import { randomInt } from 'node:crypto'
import { requestToTell } from '@/lib/cancellation/queries/to-tell'
import { transaction } from '@/lib/db/client'
import { secretHash } from '@/lib/db/keyed-hash'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import type { NoticeChannel } from '../due'
import { addSealedNotices } from '../outbox/write'

/** Minutes for which a one-time code is good. */
export const codeMinutes = 10

const hashOf = async (requestId: string, code: string) => new Uint8Array((await secretHash())('one-time-code', `${requestId}|${code}`))

/**
 * Sends a one-time code to each contact of a request; gives the ways it went. `confirm`: to make sure of the contact at the counter; `open`: to
 * open what a customer can do, only to a contact that was made sure of. The code is kept sealed until it is sent, then as a hash.
 */
export async function sendCode(requestId: string, what: 'confirm' | 'open', now: Date): Promise<Result<{ channels: NoticeChannel[] }, Refusal<'contact_gone'>>> {
  if (what === 'open' && !(await requestToTell(requestId))?.record.contactConfirmed) return refused({ code: 'contact_gone' })
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const hash = await hashOf(requestId, code)
  return transaction(async (tx) => {
    const channels = await addSealedNotices(tx, requestId, 'one_time_code', { code }, { minutes: String(codeMinutes) }, now)
    if (channels.length === 0) return refused({ code: 'contact_gone' })
    await tx.oneTimeCode.create({ data: { requestId, hash, expiresAt: new Date(now.getTime() + codeMinutes * 60_000) } })
    return done({ channels })
  })
}

/** Whether this is a code of the request that is still good; it is used up by being right. */
export async function spendCode(requestId: string, code: string, now: Date): Promise<boolean> {
  const hash = await hashOf(requestId, code)
  const { count } = await transaction((tx) => tx.oneTimeCode.updateMany({ where: { requestId, hash, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } }))
  return count > 0
}
