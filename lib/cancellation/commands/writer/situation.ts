import type { SqlTransaction } from '@/lib/db/sql'
import { dayOf } from '@/lib/domain/days'
import { publishedRevision } from '@/lib/guide/queries/published'
import type { Situation } from '../../rules/situation'
import type { RequestRecord } from '../../rules/request-record'
import type { AnyMoveInput } from '../../rules/move-inputs'
import type { LockedRequest } from './next-event'
import { type Actor, actorAt } from '../../rules/actor'
import { policyFor } from '../../queries/policy'

/** Loads everything that the rules need to judge a locked request. */
export async function situationOf(
  tx: SqlTransaction,
  locked: LockedRequest,
  by: Actor,
  input: AnyMoveInput,
  now: Date,
): Promise<Situation & { record: RequestRecord }> {
  const { record, storeId } = locked
  const policy = await policyFor(tx, storeId, record)
  if (!policy) throw new Error(`the carrier or region of request ${record.id} is gone`)
  const { content } = await publishedRevision(record.revisionId, tx)
  return { record, guide: content, policy, actor: actorAt(by, storeId), input, today: dayOf(now) }
}
