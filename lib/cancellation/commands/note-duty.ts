import { dayOf } from '@/lib/domain/days'
import { errorsOf } from '@/lib/forms/errors-of'
import { done, refused } from '@/lib/result'
import { type Actor, actorAt, actorOf } from '../rules/actor'
import { type Duty, dutySchemas, judgeDuty } from '../rules/duties'
import type { EventBody } from '../rules/events'
import { handedOverSteps } from '../rules/handing-over'
import { type Written, append, withLockedRequest } from './writer/append'
import { worksAt } from './writer/works-at'

/** Records a duty of the desk or an assignment (`duties.ts`), also after the request has ended. */
export async function noteDuty({
  actor,
  reference,
  duty,
  input,
  now,
}: {
  actor: Actor
  reference: string
  duty: Duty
  input: Record<string, unknown>
  now: Date
}): Promise<Written> {
  const parsed = dutySchemas[duty].safeParse(input)
  if (!parsed.success) return refused({ code: 'invalid', errors: errorsOf(parsed.error) })
  return withLockedRequest(actor, reference, undefined, async (tx, locked) => {
    const refusal = judgeDuty(duty, parsed.data, locked.record, actorAt(actor, locked.storeId))
    if (refusal) return refused(refusal)
    const { words, ...facts } = parsed.data as { words?: string; assignee?: string | null }
    if (facts.assignee && !(await worksAt(tx, facts.assignee, locked.storeId)))
      return refused({ code: 'not_found' })
    // The schema of a duty allows exactly what its event holds; a payment has its day too, and what
    // is taken back its steps.
    const isPaid = duty === 'note_refund' && 'refund' in facts && facts.refund === 'paid'
    const said = {
      type: duty,
      facts: {
        ...facts,
        ...(isPaid && { on: dayOf(now) }),
        ...(duty === 'undo_hand_over' && { undone: handedOverSteps(locked.record) }),
      },
    } as EventBody<Duty>
    const personal = words ? { words } : null
    return done(await append(tx, locked, { ...said, at: now, actor: actorOf(actor), personal }))
  })
}
