import { type Transaction, database } from '@/lib/db/client'
import { keyedHash } from '@/lib/db/keyed-hash'
import { liveStates } from '../workflow'

/** The keyed hash that the number's uniqueness rests on. */
export const numberHashOf = async (e164: string) => new Uint8Array((await keyedHash())('number', e164))

export type Live = { id: string; reference: string; storeId: string }

/** The number's live request, wherever it is. */
export const liveRequest = (tx: Pick<Transaction, 'request'>, numberHash: Uint8Array<ArrayBuffer>): Promise<Live | null> =>
  tx.request.findFirst({ where: { numberHash, state: { in: [...liveStates] } }, select: { id: true, reference: true, storeId: true } })

/** The reference of a number's live request, for moves from elsewhere; never shown to who may not see it. */
export const liveReference = async (e164: string): Promise<string | null> => (await liveRequest(database(), await numberHashOf(e164)))?.reference ?? null
