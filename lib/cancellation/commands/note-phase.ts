import { workingCalendar } from '@/lib/calendar/queries'
import { errorsOf } from '@/lib/forms/errors-of'
import type { SqlTransaction } from '@/lib/db/sql'
import { publishedRevision } from '@/lib/guide/queries/published'
import { done, refused } from '@/lib/result'
import type { Actor } from '../rules/actor'
import { handOverNotes } from '../rules/handing-over'
import { type AnyMoveInput, type LaterMove, moveSchemas } from '../rules/move-inputs'
import { isMove } from '../rules/workflow'
import { moveWithin } from './make-move'
import { noteWithin } from './note-step'
import { type WriteRefusal, type Written, withLockedRequest } from './writer/append'
import type { LockedRequest } from './writer/next-event'

/** Ends the transaction without a trace; what was refused is the answer. */
class Unwritten extends Error {
  constructor(readonly refusal: WriteRefusal) {
    super(refusal.code)
  }
}

/**
 * Records the outcomes of several steps, makes a move right after them where one is given, and
 * notes after both that the receipt was handed over (F14) where it was: all in one transaction, one
 * event each, or nothing at all. Steps are noted in the guide's order, whatever order they are
 * given in, since some need others first. Faults have `steps.<id>.` or `move.` before their path.
 * Two people may fill different steps at once: stale are only a step that was noted after
 * `seen.version`, and everything when the request moved on since, was amended or follows another
 * guide.
 */
export async function notePhase({
  actor,
  seen,
  steps,
  move,
  handsOver = false,
  now,
}: {
  actor: Actor
  seen: { reference: string; version?: number }
  steps: Readonly<Record<string, Record<string, unknown>>>
  move?: { name: LaterMove; input: Record<string, unknown> } | undefined
  handsOver?: boolean
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
      const by = { actor, seen, calendar, now }
      let request = await notedEach(
        tx,
        locked,
        known.map((step) => [step, steps[step] ?? {}]),
        by,
      )
      if (move && parsed) request = await moved(tx, request, move.name, parsed.data, by)
      if (handsOver)
        request = await notedEach(
          tx,
          request,
          Object.entries(handOverNotes(request.record, content)),
          by,
        )
      return done(request.record)
    })
  } catch (error) {
    if (error instanceof Unwritten) return refused(error.refusal)
    throw error
  }
}

type By = {
  actor: Actor
  seen: { version?: number }
  calendar: Awaited<ReturnType<typeof workingCalendar>>
  now: Date
}

/** Notes these steps in turn; the faults of all of them, where the input of one has any. */
async function notedEach(
  tx: SqlTransaction,
  locked: LockedRequest,
  steps: readonly [step: string, input: Record<string, unknown>][],
  by: By,
): Promise<LockedRequest> {
  const faults: Record<string, string> = {}
  let request = locked
  for (const [step, input] of steps) {
    const noted = await noteWithin(tx, request, { ...by, step, input })
    if (noted.ok) request = noted.value
    else if (noted.refusal.code !== 'invalid') throw new Unwritten(noted.refusal)
    else
      for (const [path, code] of Object.entries(noted.refusal.errors ?? {}))
        faults[`steps.${step}.${path}`] = code
  }
  if (Object.keys(faults).length) throw new Unwritten({ code: 'invalid', errors: faults })
  return request
}

async function moved(
  tx: SqlTransaction,
  locked: LockedRequest,
  move: LaterMove,
  carried: AnyMoveInput,
  { actor, calendar, now }: By,
): Promise<LockedRequest> {
  const made = await moveWithin(tx, locked, { actor, move, carried, calendar, now })
  if (made.ok) return made.value
  const { refusal } = made
  throw new Unwritten(refusal.code === 'invalid' ? underMove(refusal.errors) : refusal)
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
