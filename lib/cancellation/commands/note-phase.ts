import { workingCalendar } from '@/lib/calendar/queries'
import { errorsOf } from '@/lib/forms/errors-of'
import type { SqlTransaction } from '@/lib/db/sql'
import { publishedRevision } from '@/lib/guide/queries/published'
import { done, refused } from '@/lib/result'
import type { Actor } from '../rules/actor'
import { type LaterMove, moveSchemas } from '../rules/move-inputs'
import { isMove } from '../rules/workflow'
import { moveWithin } from './make-move'
import { noteWithin } from './note-step'
import { type WriteRefusal, type Written, withLockedRequest } from './writer/append'

/** Ends the transaction without a trace; what was refused is the answer. */
class Unwritten extends Error {
  constructor(readonly refusal: WriteRefusal) {
    super(refusal.code)
  }
}

/**
 * Records the outcomes of several steps, and makes a move right after them where one is given: all
 * in one transaction, one event each, or nothing at all. Steps are noted in the guide's order,
 * whatever order they are given in, since some need others first. Faults have `steps.<id>.` or
 * `move.` before their path. Two people may fill different steps at once: stale are only a step that
 * was noted after `seen.version`, and everything when the request moved on since, was amended or
 * follows another guide.
 */
export async function notePhase({
  actor,
  seen,
  steps,
  move,
  now,
}: {
  actor: Actor
  seen: { reference: string; version?: number }
  steps: Readonly<Record<string, Record<string, unknown>>>
  move?: { name: LaterMove; input: Record<string, unknown> } | undefined
  now: Date
}): Promise<Written> {
  const parsed = move && moveSchemas[move.name].safeParse(move.input)
  if (parsed && !parsed.success) return refused(underMove(errorsOf(parsed.error)))
  const calendar = await workingCalendar(now)
  try {
    return await withLockedRequest(actor, seen.reference, undefined, async (tx, locked) => {
      if (await movedOn(tx, locked.record.id, seen.version)) return refused({ code: 'stale' })
      const { content } = await publishedRevision(locked.record.revisionId, tx)
      const known = content.steps.flatMap(({ id }) => (Object.hasOwn(steps, id) ? [id] : []))
      if (known.length < Object.keys(steps).length) return refused({ code: 'unknown_step' })
      const faults: Record<string, string> = {}
      let request = locked
      for (const step of known) {
        const input = steps[step] ?? {}
        const noted = await noteWithin(tx, request, {
          actor,
          seen,
          step,
          input,
          calendar,
          now,
        })
        if (noted.ok) request = noted.value
        else if (noted.refusal.code !== 'invalid') throw new Unwritten(noted.refusal)
        else
          for (const [path, code] of Object.entries(noted.refusal.errors ?? {}))
            faults[`steps.${step}.${path}`] = code
      }
      if (Object.keys(faults).length) throw new Unwritten({ code: 'invalid', errors: faults })
      if (!move || !parsed) return done(request.record)
      const carried = parsed.data
      const moved = await moveWithin(tx, request, {
        actor,
        move: move.name,
        carried,
        calendar,
        now,
      })
      if (!moved.ok) {
        const { refusal } = moved
        throw new Unwritten(refusal.code === 'invalid' ? underMove(refusal.errors) : refusal)
      }
      return moved
    })
  } catch (error) {
    if (error instanceof Unwritten) return refused(error.refusal)
    throw error
  }
}

const underMove = (errors: Record<string, string> = {}) => ({
  code: 'invalid' as const,
  errors: Object.fromEntries(Object.entries(errors).map(([path, code]) => [`move.${path}`, code])),
})

async function movedOn(tx: SqlTransaction, requestId: string, version: number | undefined) {
  if (version === undefined) return false
  const since = await tx
    .selectFrom('every_event')
    .select('type')
    .where('request_id', '=', requestId)
    .where('sequence', '>', version)
    .execute()
  return since.some(({ type }) => isMove(type) || type === 'change_guide')
}
