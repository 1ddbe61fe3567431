import { errorsOf } from '@/lib/forms/errors-of'
import { done, refused } from '@/lib/result'
import { type Actor, actorAt, actorOf } from '../rules/actor'
import { callSchema, judgeCall, phoneFaults, submissionStepOf } from '../rules/calls'
import { changedSince } from '../rules/looks'
import { type Written, append, withLockedRequest } from './writer/append'

/**
 * Records what came of the carrier's call (P15): `input` is validated by `callSchema`. Stale when
 * the request changed after `seen.version`: the same missed call must not count twice.
 */
export async function noteCall({
  actor,
  seen,
  input,
  now,
}: {
  actor: Actor
  seen: { reference: string; version?: number | undefined }
  input: Record<string, unknown>
  now: Date
}): Promise<Written> {
  const parsed = callSchema.safeParse(input)
  if (!parsed.success) return refused({ code: 'invalid', errors: errorsOf(parsed.error) })
  const { call, on, phone, words } = parsed.data
  return withLockedRequest(actor, seen.reference, undefined, async (tx, locked) => {
    const { record, identifiers, storeId } = locked
    const refusal = judgeCall(record, actorAt(actor, storeId))
    if (refusal) return refused(refusal)
    if (changedSince(record, seen.version)) return refused({ code: 'stale' })
    const faults =
      call === 'phone_dead' ? phoneFaults({ on, phone }, record, identifiers?.number ?? null) : {}
    if (Object.keys(faults).length) return refused({ code: 'invalid', errors: { ...faults } })
    const step = submissionStepOf(record)
    if (!step) return refused({ code: 'nothing_owed' })
    const personal = {
      ...(words && { words }),
      ...(on === 'other' && phone && { callPhone: phone }),
    }
    return done(
      await append(tx, locked, {
        type: 'note_call',
        at: now,
        actor: actorOf(actor),
        facts: { called: call, step, ...(on && { on }) },
        personal,
      }),
    )
  })
}
