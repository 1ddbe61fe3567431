import { randomInt } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { openDataKeys } from '@/lib/cancellation/planes'
import { requestToTell } from '@/lib/cancellation/queries/to-tell'
import { transaction } from '@/lib/db/client'
import { keyedHash } from '@/lib/db/keyed-hash'
import { sealJson } from '@/lib/db/sealing'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { type NoticeChannel, channelsOf } from '../due'
import { queueNotice } from '../outbox/write'
import { noticePlace } from '../outbox/outgoing'

/** Minutes for which a one-time code is good. */
export const codeMinutes = 10

const hashOf = async (requestId: string, code: string) => new Uint8Array((await keyedHash())('one-time-code', `${requestId}|${code}`))

/** Sends a one-time code to each contact of a request; gives the ways it went. The code itself is kept sealed until it is sent, then as a hash. */
export async function sendCode(requestId: string, now: Date): Promise<Result<{ channels: NoticeChannel[] }, Refusal<'contact_gone'>>> {
  const found = await requestToTell(requestId)
  const key = found && openDataKeys(requestId, found.keys).personal
  const channels = found ? channelsOf(found.record) : []
  if (!key || channels.length === 0) return refused({ code: 'contact_gone' })
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const hash = await hashOf(requestId, code)
  await transaction(async (tx) => {
    await tx.oneTimeCode.create({ data: { requestId, hash, expiresAt: new Date(now.getTime() + codeMinutes * 60_000) } })
    const version = (await tx.noticeText.findFirst({ where: { kind: 'one_time_code' }, orderBy: { version: 'desc' }, select: { version: true } }))?.version ?? 0
    for (const channel of channels) {
      const id = uuidv7()
      const sealed = new Uint8Array(sealJson(key, noticePlace(requestId, id), { code }))
      await tx.notice.create({ data: { id, requestId, sequence: 0, kind: 'one_time_code', channel, textVersion: version, values: { minutes: String(codeMinutes) }, sealed, state: 'queued', queuedAt: now } })
      await queueNotice(tx, id)
    }
  })
  return done({ channels })
}

/** Whether this is a code of the request that is still good; it is used up by being right. */
export async function spendCode(requestId: string, code: string, now: Date): Promise<boolean> {
  const hash = await hashOf(requestId, code)
  const { count } = await transaction((tx) => tx.oneTimeCode.updateMany({ where: { requestId, hash, usedAt: null, expiresAt: { gt: now } }, data: { usedAt: now } }))
  return count > 0
}
