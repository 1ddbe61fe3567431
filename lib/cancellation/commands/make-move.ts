import { randomBytes } from 'node:crypto'
import type { SqlTransaction } from '@/lib/db/sql'
import { dayOf } from '@/lib/domain/days'
import { workingCalendar } from '@/lib/calendar/queries'
import { errorsOf } from '@/lib/forms/errors-of'
import { makeReference } from '@/lib/domain/identifiers/reference'
import { type Result, done, refused } from '@/lib/result'
import { slipSecretFits } from '../crypto/slip-secrets'
import { type Actor, actorOf, capacitiesAt } from '../rules/actor'
import { callQuestion } from '../rules/call-question'
import { approvalAsksOfCall } from '../rules/calls'
import { judge } from '../rules/judge'
import { changedSince } from '../rules/looks'
import { moveEvent } from '../rules/move-events'
import { type AnyMoveInput, type LaterMove, moveSchemas } from '../rules/move-inputs'
import { reinstatableUntil } from '../rules/questions'
import { owesSignedSlip } from '../rules/signed-slip'
import type { Situation } from '../rules/situation'
import { type WriteRefusal, type Written, appendNext, withLockedRequest } from './writer/append'
import type { LockedRequest } from './writer/next-event'
import { situationOf } from './writer/situation'

/** The version that the caller saw; the move is refused as stale when it is not the latest. */
type Seen = { reference: string; version?: number }

/** Makes a move; `input` is validated by its schema in `moveSchemas`. A refusal changes nothing. */
export async function makeMove({
  actor,
  seen,
  move,
  input,
  now,
  receiving,
}: {
  actor: Actor
  seen: Seen
  move: LaterMove
  input: Record<string, unknown>
  now: Date
  receiving?: { id: string; code: string } | undefined
}): Promise<Written> {
  const parsed = moveSchemas[move].safeParse(input)
  if (!parsed.success) return refused({ code: 'invalid', errors: errorsOf(parsed.error) })
  if (move === 'transfer' && !(receiving && mayReceive(actor, receiving.id)))
    return refused({ code: 'not_yours' })
  const calendar = await workingCalendar(now)
  return withLockedRequest(actor, seen.reference, move, async (tx, locked) => {
    if (changedSince(locked.record, seen.version)) return refused({ code: 'stale' })
    const carried = parsed.data
    const moved = await moveWithin(tx, locked, { actor, move, carried, calendar, now, receiving })
    return moved.ok ? done(moved.value.record) : moved
  })
}

/**
 * The same within a transaction that holds the request's lock, with input that was validated; gives
 * the request as it is then.
 */
export async function moveWithin(
  tx: SqlTransaction,
  locked: LockedRequest,
  {
    actor,
    move,
    carried,
    calendar,
    now,
    receiving,
  }: {
    actor: Actor
    move: LaterMove
    carried: AnyMoveInput
    calendar: Awaited<ReturnType<typeof workingCalendar>>
    now: Date
    receiving?: { id: string; code: string } | undefined
  },
): Promise<Result<LockedRequest, WriteRefusal>> {
  const { record } = locked
  if (typeof carried.on === 'string' && carried.on < dayOf(new Date(record.openedAt)))
    return refused({ code: 'invalid', errors: { on: 'date_before_request' } })
  const situation = await situationOf(tx, locked, actor, carried, now)
  const slipCodeRight =
    typeof carried.slipCode === 'string' &&
    (await slipSecretFits(record.id, record.slip.serial, carried.slipCode, tx))
  const judged = { ...situation, slipCodeRight }
  const refusal = judge(move, judged)
  if (refusal) return refused(refusal)
  if (move === 'complete' && reinstatableUntil(record, judged.today) && !carried.reinstatableReason)
    return refused({ code: 'invalid', errors: { reinstatableReason: 'still_reinstatable' } })
  if (move === 'approve' && approvalAsksOfCall(record) && !carried.explained?.[callQuestion])
    return refused({
      code: 'invalid',
      errors: { [`explained.${callQuestion}`]: 'call_reason_needed' },
    })
  if (!namesSteps(situation.guide, carried)) return refused({ code: 'unknown_step' })
  const newReceiptNumber = () => makeReference(randomBytes(32))
  const brought = { calendar, now, newReceiptNumber, receivingStore: receiving?.code }
  const said = { at: now, actor: actorOf(actor) }
  // The signature is an event of its own, as it is when it is noted before.
  const signed =
    move === 'submit' && owesSignedSlip(record)
      ? await appendNext(tx, locked, { ...said, type: 'confirm_contact', facts: { how: 'signed' } })
      : locked
  const event = { ...moveEvent(move, judged, brought), ...said }
  return done(await appendNext(tx, signed, event, { movedTo: receiving?.id }))
}

// Step ids go into the plain facts, so they must be the guide's own, never free text.
function namesSteps({ steps }: Situation['guide'], input: AnyMoveInput): boolean {
  const { step, items = [] } = input
  const named = [...(step ? [step] : []), ...items.map((item) => item.step)]
  return named.every((id) => steps.some((one) => one.id === id))
}

// A transfer needs staff of the receiving store.
const mayReceive = (actor: Actor, storeId: string) =>
  actor.kind === 'account' && capacitiesAt(actor.memberships, storeId).includes('staff')
