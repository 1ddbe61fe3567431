import type { Transaction } from '@/lib/db/client'
import { keyedHash } from '@/lib/db/keyed-hash'
import { liveStates } from '../workflow'

/** The keyed hash that the number's uniqueness rests on. */
export const numberHashOf = async (e164: string) => new Uint8Array((await keyedHash())('number', e164))

export type Live = { id: string; reference: string; storeId: string }

/** The number's live request, wherever it is. */
export const liveRequest = (tx: Pick<Transaction, 'request'>, numberHash: Uint8Array<ArrayBuffer>): Promise<Live | null> =>
  tx.request.findFirst({ where: { numberHash, state: { in: [...liveStates] } }, select: { id: true, reference: true, storeId: true } })
