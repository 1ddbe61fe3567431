import { type Transaction, database } from '@/lib/db/client'
import { keyedHash } from '@/lib/db/keyed-hash'
import type { Day } from '@/lib/calendar/dates'
import type { RequestRecord } from '../facts'
import { liveStates } from '../workflow'

/** The keyed hash that the number's uniqueness rests on. */
export const numberHashOf = async (e164: string) => new Uint8Array((await keyedHash())('number', e164))

export type Live = { id: string; reference: string; storeId: string }

/** The number's live request, wherever it is. */
export const liveRequest = (tx: Pick<Transaction, 'request'>, numberHash: Uint8Array<ArrayBuffer>): Promise<Live | null> =>
  tx.request.findFirst({ where: { numberHash, state: { in: [...liveStates] } }, select: { id: true, reference: true, storeId: true } })

/** The reference of a number's live request, for moves from elsewhere; never shown to who may not see it. */
export const liveReference = async (e164: string): Promise<string | null> => (await liveRequest(database(), await numberHashOf(e164)))?.reference ?? null

/** Whether this number was cancelled here, or has stopped already, by that day: nothing is sent to it any more (F31, P5). */
export async function numberCancelled(e164: string, today: Day): Promise<boolean> {
  const rows = await database().request.findMany({ where: { numberHash: await numberHashOf(e164), state: { in: ['completed', 'closing'] } }, select: { record: true } })
  return rows.some(({ record }) => {
    const { confirmedOn, preCancelled } = record as unknown as RequestRecord
    return [confirmedOn, preCancelled?.on].some((on) => on && on <= today)
  })
}
