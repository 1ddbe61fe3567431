import { sql } from 'kysely'
import { type KeyedHash, forgetKey, hashUnder, keepKey, keyOf } from '@/lib/db/keyed-hash'
import { newKey } from '@/lib/db/sealing'
import { keyService } from '@/lib/db/key-service'
import { sqlTransaction } from '@/lib/db/sql'
import { inBatches, batch } from '../queries/in-batches'
import { lockRequest } from './writer/locked-request'
import { replaceTokens, tokensOf } from './writer/search-tokens'
import { setNumberHash } from './writer/statements'

/**
 * Replaces the key of the search hashes: rehashes every request's search tokens and number under
 * the next key, then makes that the key. Run it only while the desk is stopped; after an
 * interruption, running it again continues with the same next key. `done` is called every thousand
 * requests.
 */
export async function replaceSearchKey(done: (requests: number) => void): Promise<number> {
  await keepKey('search-next', newKey())
  const next = await keyOf('search-next')
  if (!next) throw new Error('there is no next key')
  const hash = hashUnder(next)
  let count = 0
  const requests = inBatches(
    (after) =>
      sql<{
        id: string
        reference: string
      }>`select id, reference from request where id > ${after}::uuid order by id limit ${batch}`,
  )
  for await (const { reference } of requests) {
    await rehashNumber(reference, hash)
    count += 1
    if (count % 1000 === 0) done(count)
  }
  await sqlTransaction(async (tx) => {
    await tx
      .updateTable('installation_key')
      .set({ wrapped: new Uint8Array(keyService().wrap('installation|search', next)) })
      .where('name', '=', 'search')
      .execute()
    await tx.deleteFrom('installation_key').where('name', '=', 'search-next').execute()
  })
  forgetKey('search')
  return count
}

const rehashNumber = (reference: string, hash: KeyedHash) =>
  sqlTransaction(async (tx) => {
    const locked = await lockRequest(tx, reference, 'all')
    if (!locked) return
    const {
      record: { id: requestId },
      storeId,
      identifiers,
      personal,
    } = locked
    const tokens = personal ? tokensOf(hash, identifiers, personal) : []
    await replaceTokens(tx, requestId, storeId, tokens)
    const numberHash = identifiers ? new Uint8Array(hash('number', identifiers.number)) : null
    await setNumberHash(tx, requestId, numberHash)
  })
