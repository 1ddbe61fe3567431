import { addDays, dayOf } from '@/lib/domain/days'
import { retention } from '@/lib/retention/queries'
import { done, refused } from '@/lib/result'
import { type Written, append, withLockedRequest } from './writer/append'
import { rewriteTokens } from './writer/search-tokens'
import { destroyKey, setNumberHash } from './writer/statements'

/**
 * Destroys the key of a request's full identifiers once the retention period after its end is over
 * (L1). Masked forms remain, it can no longer be found by its number, and its history still
 * verifies.
 */
export const maskRequest = (reference: string, now: Date): Promise<Written> =>
  withLockedRequest({ kind: 'system' }, reference, undefined, async (tx, locked) => {
    const { id, endedAt } = locked.record
    const { identifierDays } = await retention(tx)
    if (
      !endedAt ||
      !locked.keys.identifiers ||
      addDays(dayOf(new Date(endedAt)), identifierDays) > dayOf(now)
    )
      return refused({ code: 'nothing_owed' })
    await destroyKey(tx, id, 'identifiers')
    const { identifiers: _, ...keys } = locked.keys
    const record = await append(
      tx,
      { ...locked, keys, identifiers: null },
      { type: 'mask', at: now, actor: { kind: 'system', id: null }, facts: {} },
    )
    await setNumberHash(tx, id, null)
    if (locked.personal) await rewriteTokens(tx, id, locked.storeId, null, locked.personal)
    return done(record)
  })
