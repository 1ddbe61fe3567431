import type { Refusal } from '@/lib/result'
import { demands } from './demands'
import type { RequestRecord } from './request-record'
import type { Situation } from './situation'
import { type DemandName, type Move, isLive, ruleOf } from './workflow'

export type MoveRefusal = Refusal<'not_yours' | 'ended' | 'wrong_state' | 'unmet'>

/**
 * Whether a move is allowed now: null, or the refusal. Checks in this order: actor, state, demands.
 */
export function judge(move: Move, situation: Situation): MoveRefusal | null {
  const rule = ruleOf(move)
  const { record } = situation
  if (!mayMove(move, situation)) return { code: 'not_yours' }
  if (record && !isLive(record.state)) return { code: 'ended' }
  if (!rule.from.includes(record?.state ?? null)) return { code: 'wrong_state' }
  const unmet = unmetDemands(move, situation)
  return unmet.length ? { code: 'unmet', unmet } : null
}

/** Whether an actor with these capacities may make this move on such a request at all. */
export function mayMove(
  move: Move,
  { actor, record }: Pick<Situation, 'actor' | 'record'>,
): boolean {
  const rule = ruleOf(move)
  const online =
    rule.customerOnline && record?.channel === 'online' && actor.capacities.includes('customer')
  return Boolean(online) || rule.who.some((capacity) => actor.capacities.includes(capacity))
}

/** The unmet demands of a move, in the table's order. */
export function unmetDemands(move: Move, situation: Situation): DemandName[] {
  // The demands of `open` only read the input, so they never touch the missing record.
  const record = situation.record as RequestRecord
  return ruleOf(move).demands.filter((name) => !demands[name](situation, record))
}
