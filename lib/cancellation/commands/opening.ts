import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { visibleStores } from '@/lib/domain/permissions'
import { type Day, dayOf } from '@/lib/domain/days'
import { clashedIndex } from '@/lib/db/client'
import { type SqlTransaction, sqlDatabase, sqlTransaction } from '@/lib/db/sql'
import { type PublishedRevision, guideFor } from '@/lib/guide/queries/published'
import type { GuideContent } from '@/lib/guide/schemas'
import { identifiesPerson } from '@/lib/domain/identifiers/document'
import { makeReference } from '@/lib/domain/identifiers/reference'
import { done, refused } from '@/lib/result'
import type { RequestRecord } from '../rules/request-record'
import { changedSince } from '../rules/looks'
import { judge } from '../rules/judge'
import { inputOf, partsOfInput } from '../rules/particulars'
import { makeDataKeys } from '../crypto/encrypted-fields'
import { type Question, ageQuestions, explanationsOf, unanswered } from '../rules/questions'
import { type OpenInput, bornOf } from '../rules/schemas'
import type { Policy } from '../rules/situation'
import { contactChanged, contactsOfTheDead, pathChanged, undoneBy } from '../rules/undone-steps'
import { type Actor, actorAt, actorOf, scopeOf } from '../rules/actor'
import { isCardElsewhere } from '../queries/cards'
import { liveRequest, numberHashOf } from '../queries/live'
import { policyFor } from '../queries/policy'
import { requestIdOf } from '../queries/status'
import { lockRequest } from './writer/locked-request'
import { type Written, append, begin } from './writer/append'
import type { LockedRequest } from './writer/next-event'
import { worksAt } from './writer/works-at'

const liveIndex = 'one_live_request_per_number'
const notOffered = refused({ code: 'unmet' as const, unmet: ['channel_offered'] })

const unknownPrevious = refused({
  code: 'invalid' as const,
  errors: { previous: 'reference_unknown' },
})

/** Whether the earlier request exists, at any store: its reference is known to its customer. */
const isKnown = async (previous: string | undefined) =>
  previous === undefined || (await requestIdOf(previous)) !== null

type Opening = { actor: Actor; input: OpenInput; now: Date }

/**
 * Opens a request. A number has at most one live request; a refusal names it when the actor may see
 * it.
 */
export const openRequest = ({ actor, input, now }: Opening): Promise<Written> =>
  openTakingOver({ actor, input, now }, null)

/** What is taken over from another request of the same visit: by reference, and what is noted. */
type TakenOver = {
  from: string
  note(tx: SqlTransaction, opened: LockedRequest, guide: GuideContent): Promise<LockedRequest>
}

/** The same for a further number of a visit: notes what was taken over in the same transaction. */
export async function openTakingOver(
  { actor, input, now }: Opening,
  taken: TakenOver | null,
): Promise<Written> {
  const store = await sqlDatabase()
    .selectFrom('store')
    .select(['id', 'closed'])
    .where('code', '=', input.store)
    .executeTakeFirst()
  if (!store || store.closed) return refused({ code: 'not_found' })
  const guide = await guideFor(input.cardType, input.channel, input.carrier, input.region)
  if (!guide) return notOffered
  if (!(await isKnown(input.previous))) return unknownPrevious

  const id = uuidv7()
  const numberHash = await numberHashOf(input.phoneNumber)
  return settleClash(actor, numberHash, () =>
    sqlTransaction(async (tx): Promise<Written> => {
      const policy = await policyFor(tx, store.id, input)
      if (!policy) return notOffered
      const refusal = judge('open', {
        record: null,
        guide: guide.content,
        policy,
        actor: actorAt(actor, store.id),
        input: {},
        today: dayOf(now),
        asked: askedBy(input, (await liveRequest(tx, numberHash)) !== null),
      })
      if (refusal) return refused(liveOnlyAlone(refusal))
      const questions = await questionsOf(tx, input, dayOf(now), policy)
      const errors = unanswered(questions, input.explained)
      if (Object.keys(errors).length > 0) return refused({ code: 'invalid', errors })

      const explained = explanationsOf(questions, input.explained)
      const { particulars, ...sealed } = partsOfInput({ ...input, explained }, guide.id)
      const reference = makeReference(randomBytes(32))
      const customerWaiting = input.customerWaiting ?? false
      const assignee = await assigneeOf(tx, actor, store.id)
      const from = taken && { from: taken.from }
      const facts = { id, reference, particulars, customerWaiting, ...assignee, ...from }
      const beginning = { id, storeId: store.id, numberHash, made: makeDataKeys(id) }
      const event = { type: 'open' as const, at: now, actor: actorOf(actor), facts, ...sealed }
      const begun = await begin(tx, beginning, event)
      return done((taken ? await taken.note(tx, begun, guide.content) : begun).record)
    }),
  )
}

// A request is in the hands of whoever recorded it (adr 39), if they are a person of its store.
const assigneeOf = async (tx: SqlTransaction, actor: Actor, storeId: string) =>
  actor.kind === 'account' && (await worksAt(tx, actor.id, storeId)) ? { assignee: actor.id } : {}

/** Amends what was recorded at the opening; steps that depend on a changed value are undone. */
export async function amendRequest({
  actor,
  seen,
  input,
  now,
}: {
  actor: Actor
  seen: { reference: string; version?: number }
  input: OpenInput
  now: Date
}): Promise<Written> {
  const guide = await guideFor(input.cardType, input.channel, input.carrier, input.region)
  if (!guide) return notOffered
  if (!(await isKnown(input.previous))) return unknownPrevious
  const numberHash = await numberHashOf(input.phoneNumber)
  return settleClash(actor, numberHash, () =>
    sqlTransaction(async (tx): Promise<Written> => {
      const locked = await lockRequest(tx, seen.reference, scopeOf(actor))
      if (!locked?.personal || !locked.identifiers) return refused({ code: 'not_found' })
      if (changedSince(locked.record, seen.version)) return refused({ code: 'stale' })
      const policy = await policyFor(tx, locked.storeId, input)
      if (!policy) return notOffered
      const live = await liveRequest(tx, numberHash)
      const refusal = judge('amend', {
        record: locked.record,
        guide: guide.content,
        policy,
        actor: actorAt(actor, locked.storeId),
        input: {},
        today: dayOf(now),
        asked: askedBy(input, live !== null && live.id !== locked.record.id),
      })
      if (refusal) return refused(liveOnlyAlone(refusal))
      const questions = await questionsOf(tx, input, dayOf(now), policy, locked.record.id)
      const errors = unanswered(questions, input.explained)
      if (Object.keys(errors).length > 0) return refused({ code: 'invalid', errors })

      const before = inputOf(locked.record, locked.personal, locked.identifiers)
      const dead = contactsOfTheDead(before, input)
      if (Object.keys(dead).length > 0) return refused({ code: 'invalid', errors: dead })
      const explained = explanationsOf(questions, input.explained)
      const after: OpenInput = { ...input, explained, store: locked.record.store }
      const revisionId = revisionAfter(before, after, locked.record, guide)
      const { particulars, personal, identifiers } = partsOfInput(after, revisionId)
      const undone = undoneBy(before, after, locked.record)
      const facts = {
        particulars: { ...particulars, previous: locked.record.previous },
        undone,
        ...(contactChanged(before, after) && { contactChanged: true as const }),
      }
      const said = { type: 'amend' as const, facts, personal, identifiers }
      const event = { ...said, at: now, actor: actorOf(actor) }
      return done(await append(tx, locked, event, { numberHash }))
    }),
  )
}

// A request keeps its guide unless its card type, channel, carrier or region changes.
const revisionAfter = (
  before: OpenInput,
  after: OpenInput,
  record: RequestRecord,
  guide: PublishedRevision,
) => (pathChanged(before, after) ? guide.id : record.revisionId)

/**
 * What has to be asked about these particulars before they are recorded: ages (P25), and a card that
 * another live request than `own` has (P26).
 */
async function questionsOf(
  tx: SqlTransaction,
  { applicant, holder, card }: OpenInput,
  today: Day,
  { adultAge }: Policy,
  own?: string,
): Promise<Question[]> {
  const ages = {
    relation: applicant.relation,
    holderBorn: bornOf(holder.document),
    applicantBorn: applicant.relation === 'self' ? null : bornOf(applicant.document),
  }
  const elsewhere =
    card?.iccid !== undefined && (await isCardElsewhere(tx, card.iccid, { but: own, live: true }))
  return [
    ...ageQuestions(ages, today, adultAge),
    ...(elsewhere ? [{ code: 'card_elsewhere' as const }] : []),
  ]
}

const askedBy = (input: OpenInput, liveElsewhere: boolean) => ({
  relation: input.applicant.relation,
  document: identifiesPerson(input.holder.document.type) ? input.holder.document.type : null,
  consent: input.consent,
  keepNumber: input.keepNumber,
  liveElsewhere,
})

/**
 * Mentions a live request of the number only when nothing else is unmet: otherwise incomplete
 * requests could be used to probe numbers.
 */
function liveOnlyAlone<R extends { unmet?: readonly string[] }>(refusal: R): R {
  const { unmet = [] } = refusal
  if (unmet.length < 2) return refusal
  return { ...refusal, unmet: unmet.filter((name) => name !== 'no_live_request') }
}

/**
 * Adds the live request's reference to a refusal because of it. A violation of the unique index
 * (two openings at once) becomes the same refusal.
 */
async function settleClash(
  actor: Actor,
  numberHash: Uint8Array<ArrayBuffer>,
  write: () => Promise<Written>,
): Promise<Written> {
  const written = await write().catch((error: unknown): Written => {
    if (clashedIndex(error)?.includes(liveIndex))
      return refused({ code: 'unmet', unmet: ['no_live_request'] })
    throw error
  })
  if (written.ok || !written.refusal.unmet?.includes('no_live_request')) return written
  const live = await liveRequest(sqlDatabase(), numberHash)
  const seen =
    live && actor.kind === 'account' && visibleStores(actor.memberships).includes(live.storeId)
  return seen ? refused({ ...written.refusal, reference: live.reference }) : written
}
