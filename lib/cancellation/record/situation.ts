import type { Transaction } from '@/lib/db/client'
import { straight } from '@/lib/db/in-transaction'
import { dayOf } from '@/lib/calendar/dates'
import { publishedRevision } from '@/lib/guide/queries/published'
import type { Situation } from '../situation'
import type { RequestRecord } from '../facts'
import type { AnyMoveInput } from '../move-inputs'
import type { Held } from './append'
import { type By, actorAt } from '../by'
import { policyFor } from '../queries/policy'

/** All that the judgement of a held request rests on. */
export async function situationOf(
  tx: Transaction,
  held: Held,
  by: By,
  input: AnyMoveInput,
  now: Date,
): Promise<Situation & { record: RequestRecord }> {
  const { record, storeId } = held
  const policy = await policyFor(straight(tx), storeId, record)
  if (!policy) throw new Error(`the carrier or region of request ${record.id} is gone`)
  const { content } = await publishedRevision(record.revisionId, tx)
  return { record, guide: content, policy, actor: actorAt(by, storeId), input, today: dayOf(now) }
}
