import { database, transaction } from '@/lib/db/client'
import { type KeyedHash, forgetKey, hashUnder, keepKey, keyOf } from '@/lib/db/keyed-hash'
import { newKey } from '@/lib/db/sealing'
import { keyService } from '@/lib/db/key-service'
import { inBatches, batch } from '../queries/in-batches'
import { lockRequest } from './writer/locked-request'
import { tokensOf } from './writer/search-tokens'

/**
 * Replaces the key of the search hashes: every request's search words and number are hashed anew
 * under the next key, which becomes the key when all are. Only while no desk serves. Killed midway,
 * it goes on with the same next key where it is run again; `done` hears of every thousand.
 */
export async function replaceSearchKey(done: (requests: number) => void): Promise<number> {
  await keepKey('search-next', newKey())
  const next = await keyOf('search-next')
  if (!next) throw new Error('there is no next key')
  const hash = hashUnder(next)
  let count = 0
  const requests = inBatches(
    (after) =>
      database().$queryRaw<
        { id: string; reference: string }[]
      >`select id, reference from request where id > ${after}::uuid order by id limit ${batch}`,
  )
  for await (const { reference } of requests) {
    await hashAnew(reference, hash)
    count += 1
    if (count % 1000 === 0) done(count)
  }
  await transaction(async (tx) => {
    await tx.installationKey.update({
      where: { name: 'search' },
      data: { wrapped: new Uint8Array(keyService().wrap('installation|search', next)) },
    })
    await tx.installationKey.delete({ where: { name: 'search-next' } })
  })
  forgetKey('search')
  return count
}

const hashAnew = (reference: string, hash: KeyedHash) =>
  transaction(async (tx) => {
    const held = await lockRequest(tx, reference, 'all')
    if (!held) return
    const {
      record: { id: requestId },
      storeId,
      identifiers,
      personal,
    } = held
    await tx.searchToken.deleteMany({ where: { requestId } })
    if (personal)
      await tx.searchToken.createMany({
        data: tokensOf(hash, identifiers, personal).map((token) => ({ token, storeId, requestId })),
      })
    await tx.request.update({
      where: { id: requestId },
      data: { numberHash: identifiers ? new Uint8Array(hash('number', identifiers.number)) : null },
    })
  })
