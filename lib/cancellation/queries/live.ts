import { Prisma, type Transaction, database } from '@/lib/db/client'
import { direct } from '@/lib/db/direct'
import { keyedHash } from '@/lib/db/keyed-hash'
import type { Day } from '@/lib/domain/days'
import { liveStates } from '../rules/workflow'

/** The keyed hash that the number's uniqueness rests on. */
export const numberHashOf = async (e164: string) =>
  new Uint8Array((await keyedHash())('number', e164))

export type Live = { id: string; reference: string; storeId: string }

/** The number's live request, wherever it is. */
export const liveRequest = (
  tx: Pick<Transaction, 'request'>,
  numberHash: Uint8Array<ArrayBuffer>,
): Promise<Live | null> =>
  tx.request.findFirst({
    where: { numberHash, state: { in: [...liveStates] } },
    select: { id: true, reference: true, storeId: true },
  })

/**
 * The reference of a number's live request, for moves from elsewhere; never shown to who may not
 * see it.
 */
export const liveReference = async (e164: string): Promise<string | null> =>
  (await liveRequest(database(), await numberHashOf(e164)))?.reference ?? null

/**
 * Which of these numbers were cancelled here, or have stopped already, by that day: nothing is sent
 * to them any more (F31, P5).
 */
export async function cancelledAmong(e164s: readonly string[], today: Day): Promise<Set<string>> {
  if (e164s.length === 0) return new Set()
  const asked = await Promise.all(
    e164s.map(async (e164) => ({ e164, hash: await numberHashOf(e164) })),
  )
  const stopped = Prisma.sql`number_hash = any(${asked.map(({ hash }) => hash)}) and (record ->> 'confirmedOn' <= ${today} or record -> 'preCancelled' ->> 'on' <= ${today})`
  // Each half has an index of its own, of completed requests and of live ones, which it must name
  // by its state.
  const rows = await direct.$queryRaw<{ hash: Buffer }[]>`
    select number_hash as hash from request where state = 'completed' and ${stopped} union select number_hash from request where state = 'closing' and ${stopped}`
  return new Set(
    asked.flatMap(({ e164, hash }) => (rows.some((row) => row.hash.equals(hash)) ? e164 : [])),
  )
}
