import type { RequestRecord } from '../rules/request-record'
import { mayMove, unmetDemands } from '../rules/judge'
import { type LaterMove, answeredByForm, moveSchemas } from '../rules/move-inputs'
import type { Situation } from '../rules/situation'
import { type DemandName, ruleOf } from '../rules/workflow'

/** A move that this person can make from here, with its unmet demands. */
export type OfferedMove = { move: LaterMove; unmet: DemandName[]; overridable: boolean }

/** The moves to show on a request's page: permitted to this person and possible from its state. */
export function offeredMoves(situation: Situation & { record: RequestRecord }): OfferedMove[] {
  const { record, policy } = situation
  return (Object.keys(moveSchemas) as LaterMove[])
    .filter(
      (move) =>
        mayMove(move, situation) &&
        ruleOf(move).from.includes(record.state) &&
        fits(move, situation),
    )
    .map((move) => {
      const unmet = unmetDemands(move, situation).filter(
        (name) => !answeredByForm[move]?.includes(name),
      )
      // Where a store disabled the four-eyes rule, the form asks for a reason instead.
      const overridable = !policy.fourEyes && unmet.includes('second_person')
      return {
        move,
        unmet: unmet.filter((name) => !(overridable && name === 'second_person')),
        overridable,
      }
    })
}

// A pre-cancelled number is reinstated or completed; recall and refusal only apply to one that is
// not.
function fits(move: LaterMove, { record, policy }: Situation & { record: RequestRecord }) {
  if (move === 'note_pre_cancelled') return policy.preCancelEnds !== null && !record.preCancelled
  if (move === 'reinstate') return record.preCancelled !== null
  if (move === 'recall' || move === 'carrier_refuse') return record.preCancelled === null
  return move !== 'transfer' && move !== 'displace'
}
