// The one write path of requests: lock the row within what the actor may see, ask `judge`, append
// the event, update the projection, all in one transaction. Pages, the API, bulk actions and jobs
// come through here.
import { randomBytes } from 'node:crypto'
import { capacitiesAt } from '@/lib/auth/policy'
import { dayOf } from '@/lib/calendar/dates'
import { workingCalendar } from '@/lib/calendar/queries'
import type { Transaction } from '@/lib/db/client'
import { makeReference } from '@/lib/identifiers/reference'
import type { StepKind } from '@/lib/guide/kinds'
import { errorsOf } from '@/lib/forms/errors-of'
import { done, refused } from '@/lib/result'
import { type Duty, dutySchemas, judgeDuty } from './duties'
import type { SaidBy } from './events'
import { judge } from './judge'
import { saidBy } from './move-events'
import { type AnyMoveInput, type LaterMove, moveSchemas } from './move-inputs'
import { judgeNote } from './noting'
import { dayFaults, outcomeSchemas, partsOf } from './outcomes'
import type { NewEvent } from './record/append'
import { type By, actorAt, actorOf } from './by'
import { bagForCard } from './record/bag-of-store'
import { changedSince } from './looks'
import type { Situation } from './situation'
import { situationOf } from './record/situation'
import { type Written, append, withHeld } from './record/write'
import { slipSecretFits } from './slip-code'

/** Where the writer of a change saw the request: refused as stale when it has moved on since. */
type Seen = { reference: string; version?: number }
/** `exactly`: by anything, not by this step alone. */
type SeenStep = Seen & { exactly?: true }

/** Makes a move, with what it carries as `moveSchemas` has it. A refused one changes nothing. */
export async function makeMove(
  by: By,
  seen: Seen,
  move: LaterMove,
  asked: Record<string, unknown>,
  now: Date,
  receiving?: { id: string; code: string },
): Promise<Written> {
  const parsed = moveSchemas[move].safeParse(asked)
  if (!parsed.success) return refused({ code: 'invalid', errors: errorsOf(parsed.error) })
  const input: AnyMoveInput = parsed.data
  if (move === 'transfer' && !(receiving && mayReceive(by, receiving.id)))
    return refused({ code: 'not_yours' })
  const calendar = await workingCalendar(now)
  return withHeld(by, seen.reference, move, async (tx, held) => {
    const { record } = held
    if (changedSince(record, seen.version)) return refused({ code: 'stale' })
    if (typeof input.on === 'string' && input.on < dayOf(new Date(record.openedAt)))
      return refused({ code: 'invalid', errors: { on: 'date_before_request' } })
    const situation = await situationOf(tx, held, by, input, now)
    const slipCodeRight =
      typeof input.slipCode === 'string' &&
      (await slipSecretFits(record.id, record.slip.serial, input.slipCode, tx))
    const judged = { ...situation, slipCodeRight }
    const refusal = judge(move, judged)
    if (refusal) return refused(refusal)
    if (!namesSteps(situation.guide, input)) return refused({ code: 'unknown_step' })
    const newReceiptNumber = () => makeReference(randomBytes(32))
    const receivingStore = receiving?.code
    const brought = { calendar, now, newReceiptNumber, receivingStore }
    const said = saidBy(move, judged, brought)
    const event = { ...said, at: now, actor: actorOf(by) }
    return done(await append(tx, held, event, { movedTo: receiving?.id }))
  })
}

// What stands in plain is a name that the guide or the carrier gives, never one that somebody
// typed.
function namesSteps({ steps }: Situation['guide'], input: AnyMoveInput): boolean {
  const { step, items = [] } = input
  const named = [...(step ? [step] : []), ...items.map((item) => item.step)]
  return named.every((id) => steps.some((one) => one.id === id))
}

/** The materials or obligations that a step of this kind lists. */
const itemsOf = (kind: StepKind | undefined, { guide, policy }: Situation): readonly string[] =>
  kind === 'materials' ? guide.materials.map(({ id }) => id) : policy.obligations

// A request is taken over by staff of the store that it comes to.
const mayReceive = (by: By, storeId: string) =>
  by.kind === 'account' && capacitiesAt(by.memberships, storeId).includes('staff')

/**
 * Notes a step, or corrects what was noted, as `outcomeSchemas` has its kind: stale when somebody
 * noted it after `version`.
 */
export async function noteStep(
  by: By,
  seen: SeenStep,
  stepId: string,
  asked: Record<string, unknown>,
  now: Date,
): Promise<Written> {
  return withHeld(by, seen.reference, undefined, async (tx, held) => {
    const situation = await situationOf(tx, held, by, {}, now)
    const earlier = Object.hasOwn(held.record.steps, stepId) ? held.record.steps[stepId] : undefined
    if (!seen.exactly && seen.version !== undefined && earlier && earlier.sequence > seen.version)
      return refused({ code: 'stale' })
    const refusal = judgeNote(stepId, situation)
    if (refusal) return refused(refusal)
    const kind = situation.guide.steps.find((step) => step.id === stepId)?.kind
    if (!kind) return refused({ code: 'unknown_step' })
    const parsed = outcomeSchemas[kind].safeParse(asked)
    if (!parsed.success) return refused({ code: 'invalid', errors: errorsOf(parsed.error) })
    const faults = dayFaults(
      parsed.data,
      dayOf(new Date(held.record.openedAt)),
      situation.today,
      held.record.channel === 'online' ? situation.policy : null,
    )
    if (Object.keys(faults).length) return refused({ code: 'invalid', errors: faults })
    const listed = itemsOf(kind, situation)
    const named = Object.keys((parsed.data as { items?: object }).items ?? {})
    const unknown = named.some((id) => !listed.includes(id))
    if (unknown) return refused({ code: 'invalid', errors: { items: 'invalid' } })
    // What would be refused whatever the version is refused as that (RFC 9110, 13.2.1).
    if (seen.exactly && changedSince(held.record, seen.version)) return refused({ code: 'stale' })
    const { facts, personal, identifiers } = partsOf(parsed.data)
    const bagged = kind === 'card_return' ? await bagForCard(tx, held, facts, now) : done({})
    if (!bagged.ok) return bagged
    return done(
      await append(tx, held, {
        type: 'note',
        at: now,
        actor: actorOf(by),
        facts: { step: stepId, kind, outcome: facts, ...bagged.value },
        personal,
        identifiers,
      }),
    )
  })
}

/**
 * Notes what the desk owed and did, or who has the request in hand (`duties.ts`); on ended requests
 * too.
 */
export async function noteDuty(
  by: By,
  reference: string,
  duty: Duty,
  asked: Record<string, unknown>,
  now: Date,
): Promise<Written> {
  const parsed = dutySchemas[duty].safeParse(asked)
  if (!parsed.success) return refused({ code: 'invalid', errors: errorsOf(parsed.error) })
  return withHeld(by, reference, undefined, async (tx, held) => {
    const refusal = judgeDuty(duty, parsed.data, held.record, actorAt(by, held.storeId))
    if (refusal) return refused(refusal)
    const { words, ...facts } = parsed.data as { words?: string; assignee?: string | null }
    if (facts.assignee && !(await worksAt(tx, facts.assignee, held.storeId)))
      return refused({ code: 'not_found' })
    // The schema of a duty lets in what its event says.
    const said = { type: duty, facts } as SaidBy<Duty>
    const personal = words ? { words } : null
    return done(await append(tx, held, { ...said, at: now, actor: actorOf(by), personal }))
  })
}

const worksAt = async (tx: Transaction, accountId: string, storeId: string) =>
  (await tx.membership.count({ where: { accountId, storeId, account: { disabledAt: null } } })) > 0

/**
 * Notes whether the customer waits at the counter: then the request comes first in the reviewers'
 * queue.
 */
export const noteWaiting = (by: By, reference: string, customerWaiting: boolean, now: Date) =>
  plainEvent(by, reference, {
    type: 'wait',
    at: now,
    actor: actorOf(by),
    facts: { customerWaiting },
  })

/** Voids the slip's code and link and gives the request new ones: a slip was lost. */
export const reissueSlip = (by: By, reference: string, now: Date) =>
  plainEvent(by, reference, { type: 'reissue_slip', at: now, actor: actorOf(by), facts: {} })

const plainEvent = (by: By, reference: string, event: NewEvent): Promise<Written> =>
  withHeld(by, reference, undefined, async (tx, held) => {
    if (held.record.endedAt) return refused({ code: 'ended' })
    return done(await append(tx, held, event))
  })

export { openRequest, amendRequest } from './record/opening'
export { confirmContact } from './record/contact'
export { addDocument, dropDocument, purgePhotos } from './record/documents'
export { changeGuide } from './record/guide'
export { actOnBag, noteCustody } from './record/custody'
export {
  flagOverdue,
  flagStalled,
  noteAftercareReminder,
  noteReminder,
  reckonAnew,
  tellDayCome,
} from './record/own-notes'
export { eraseAgain, eraseRequest } from './record/erasure'
export { noteLook } from './record/looks'
export { replaceSearchKey } from './record/search-key'
export { maskRequest } from './record/retention'
export { rowsOf } from './record/rows'
export type { Written, WriteRefusal } from './record/write'
export type { By } from './by'
