import { dayOf } from '@/lib/domain/days'
import { sql } from 'kysely'
import { type SqlDatabase, sqlDatabase } from '@/lib/db/sql'
import { maskName } from '@/lib/domain/identifiers/mask'
import { callPhoneMasked } from '../rules/call-phone'
import { type CarrierCall, pendingCall } from '../rules/calls'
import type { DatePromise } from '../rules/request-record'
import { slipLinkFits, slipSecretFits } from '../crypto/slip-secrets'
import { type Block, blocksOn } from '../rules/obligations'
import { type Stage, canBeStopped, stageOf } from '../rules/stage'
import { isMove, type Move } from '../rules/workflow'
import type { AskedItem } from '../rules/rounds'
import { type CustomerActs, customerActs } from './customer-acts'
import { roundsOf } from './rounds'
import { openRows } from './opened'
import { storedRequest } from './stored-rows'

/**
 * Days after its end for which slip and phone still give access: refund, aftercare and complaints
 * fall within.
 */
const slipDays = 180

/**
 * How the customer was authenticated, by phone digits or slip, and the version of that contact or
 * slip. When it is replaced meanwhile, access by the older version ends.
 */
export type Access = { by: 'phone' | 'slip'; version: number }

/**
 * The access by a slip's link: only by its key, not by anything short enough to guess. Null when it
 * does not match.
 */
export async function linkOpens(reference: string, key: string, now: Date): Promise<Access | null> {
  const row = await storedRequest(reference)
  const version = row?.record.slip.serial ?? 0
  // Compare even when there is no such request, so that timing does not reveal it.
  const fits = await slipLinkFits(row?.id ?? 'none', version, key)
  return row !== null && fits && !slipIsOver(row.endedAt, now) ? { by: 'slip', version } : null
}

const slipIsOver = (endedAt: Date | null, now: Date) =>
  endedAt !== null && now.getTime() - endedAt.getTime() > slipDays * 86_400_000

/**
 * The access for a reference and a secret (phone's last four, slip code or link key); null when
 * they do not match.
 */
export async function statusAccess(
  reference: string,
  secret: string,
  now: Date,
): Promise<Access | null> {
  // Read first: if the contact is corrected in between, access belongs to the older version.
  const before = await currentCredentials(reference)
  const row = await storedRequest(reference)
  // Compare even when there is no such request, so that timing does not reveal it.
  const serial = row?.record.slip.serial ?? 0
  const bySlip = await slipSecretFits(row?.id ?? 'none', serial, secret)
  const [opened] = row ? await openRows([row]) : []
  if (!row || !before || slipIsOver(row.endedAt, now)) return null
  if (bySlip) return { by: 'slip', version: serial }
  const phone = opened?.personal?.contactPhone
  const byPhone = phone && /^\d{4}$/.test(secret) && phone.endsWith(secret)
  return byPhone ? { by: 'phone', version: before.contact } : null
}

export type StatusView = {
  id: string
  reference: string
  version: number
  stage: Stage
  numberMasked: string | null
  holderMasked: string | null
  promise: (DatePromise & { of: 'decision' | 'end' }) | null
  endedOn: string | null
  reinstateUntil: string | null
  stoppable: boolean
  store: string
  /** The carrier's call that is awaited, or was missed for good (P15); null when none is. */
  call: (CarrierCall & { carrier: string; phoneMasked: string | null }) | null
  carrier: string
  /** What holds it up before it is submitted, the customer's own part first (P27). */
  blocks: Block[]
  /** Staff's words to the customer: why it was rejected. */
  words: string | null
  /** What this customer can do here; null when authenticated only by the phone's digits. */
  acts: CustomerActs | null
  /** What is missing, per step, with the staff's words. */
  asked: { step: string; words: string }[]
  /** The last answered questions; empty when authenticated only by the phone's digits. */
  answered: AskedItem[]
  revisionId: string
  receiptNumber: string | null
  /** Whether a one-time code can be sent. */
  reachable: boolean
  steps: { move: Move; at: string }[]
}

// The part of the history that customers see: moves that changed the request's state.
const told: Move[] = [
  'open',
  'submit',
  'ask',
  'supply',
  'take_back',
  'approve',
  'reject',
  'carrier_refuse',
  'note_pre_cancelled',
  'complete',
  'withdraw',
  'recall',
  'reinstate',
  'lapse',
  'displace',
]

/**
 * A request as its customer sees it; null when there is none. `bySlip`: including the available
 * actions.
 */
export async function statusOf(
  reference: string,
  bySlip: boolean,
  now: Date,
): Promise<StatusView | null> {
  const row = await storedRequest(reference)
  if (!row) return null
  const { record } = row
  const [[opened], rounds, events] = await Promise.all([
    openRows([row]),
    roundsOf(record),
    sqlDatabase()
      .selectFrom('every_event')
      .select(['type', 'at'])
      .where('request_id', '=', row.id)
      .where('type', 'in', told)
      .orderBy('sequence')
      .execute(),
  ])
  const personal = opened?.personal
  const moves = personal?.moves as { reject?: { words?: string } } | undefined
  const waits = record.state === 'needs_info'
  const call = pendingCall(record)
  const lastAsked = rounds.at(-1)?.items ?? []
  const { decision, end } = record.promises
  const of = record.state === 'closing' ? 'end' : 'decision'
  const promise = of === 'end' ? end : decision
  return {
    id: record.id,
    reference,
    version: record.version,
    stage: stageOf(record),
    numberMasked: personal?.numberMasked ?? null,
    holderMasked: personal ? maskName(personal.holderName) : null,
    promise: promise && !record.endedAt && !record.pausedOn ? { ...promise, of } : null,
    endedOn: record.endedAt && dayOf(new Date(record.endedAt)),
    reinstateUntil: record.preCancelled?.reinstateUntil ?? null,
    stoppable: canBeStopped(record),
    store: record.store,
    call: call && {
      ...call,
      carrier: record.carrier,
      phoneMasked: callPhoneMasked(record, personal),
    },
    carrier: record.carrier,
    blocks: blocksOn(record, personal ?? null, dayOf(now)),
    words: record.state === 'rejected' ? (moves?.reject?.words ?? null) : null,
    acts: bySlip ? await customerActs(row.storeId, record, personal ?? null, now) : null,
    asked: waits ? lastAsked.map(({ step, asked }) => ({ step, words: asked })) : [],
    answered: bySlip && !waits ? lastAsked : [],
    revisionId: record.revisionId,
    receiptNumber: record.receipt?.number ?? null,
    reachable:
      (record.contact.phone || record.contact.email) && record.contactConfirmed?.how === 'code',
    steps: events.flatMap(({ type, at }) =>
      isMove(type) ? [{ move: type, at: at.toISOString() }] : [],
    ),
  }
}

/** The id of the request's store; null when there is no such request. */
export const storeOfRequest = async (reference: string): Promise<string | null> =>
  (await idsOf(reference))?.storeId ?? null

// The event that set the current contact; 1: the opening.
const contactSince = sql<number>`
  coalesce((select max(e.sequence) from every_event e
    where e.request_id = r.id and e.type = 'amend' and e.facts ? 'contactChanged'), 1)`

type CredentialVersions = { slip: number; contact: number }

/**
 * The current slip serial and contact version, which access is checked against; null when there is
 * no such request.
 */
export async function currentCredentials(reference: string): Promise<CredentialVersions | null> {
  const row = await sqlDatabase()
    .selectFrom('request as r')
    .select(sql<number>`(r.record -> 'slip' ->> 'serial')::int`.as('slip'))
    .select(contactSince.as('contact'))
    .where('r.reference', '=', reference)
    .executeTakeFirst()
  return row ?? null
}

/** The version of a request's contact, within an open transaction; null when there is none. */
export async function contactVersion(requestId: string, tx: SqlDatabase): Promise<number | null> {
  const row = await tx
    .selectFrom('request as r')
    .select(contactSince.as('contact'))
    .where('r.id', '=', requestId)
    .executeTakeFirst()
  return row?.contact ?? null
}

/** The id of a request, for its customer's own writes; null when there is none. */
export const requestIdOf = async (reference: string): Promise<string | null> =>
  (await idsOf(reference))?.id ?? null

const idsOf = (reference: string) =>
  sqlDatabase()
    .selectFrom('request')
    .select(['id', 'store_id as storeId'])
    .where('reference', '=', reference)
    .executeTakeFirst()
