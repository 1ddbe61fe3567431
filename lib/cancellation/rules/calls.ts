import { z } from 'zod'
import type { CallOutcome, CallPhone } from '@/lib/domain/coded-values'
import { type Day, dayOf, startOf } from '@/lib/domain/days'
import { checkContactNumber } from '@/lib/domain/identifiers/phone'
import type { Refusal } from '@/lib/result'
import { optionalWords as words, unasked } from './input-fields'
import type { RequestRecord } from './request-record'
import { type JudgedActor, type Policy, worksAtStore } from './situation'

// Some carriers ring the holder back after an online request (P15): the call is a waiting of its
// own, beside the review. What the carrier's rule said when it was submitted stays with the request.

/**
 * On which terms the carrier rings: from and until when (moments; null: it names no time), after how
 * many missed calls it ends the request (null: it names no number), and on which phone.
 */
export type CallTerms = {
  from: string
  until: string | null
  endsAfterMissed: number | null
  on: CallPhone
}

/** The call that a request waits for; `ended`: the carrier gave up, so it is submitted again. */
export type CarrierCall = CallTerms & { state: 'waiting' | 'answered' | 'ended'; missed: number }

type Submission = {
  submittedOn: Day
  submittedAt?: string | undefined
  callOn?: CallPhone | undefined
}

/** The terms of the call for a submission noted at `now`; null where the carrier does not ring. */
export function callTerms(
  { submittedOn, submittedAt, callOn }: Submission,
  { callBack }: Pick<Policy, 'callBack'>,
  now: Date,
): CallTerms | null {
  if (!callBack) return null
  const from = submissionMoment(submittedOn, submittedAt, now)
  const { withinHours, endsAfterMissed } = callBack
  const until =
    withinHours === null ? null : new Date(from.getTime() + withinHours * 3_600_000).toISOString()
  return { from: from.toISOString(), until, endsAfterMissed, on: callOn ?? 'number' }
}

// Without a time, a submission of an earlier day counts from its end: the customer is never told
// that a call is over which may still come.
function submissionMoment(day: Day, time: string | undefined, now: Date): Date {
  if (time) return new Date(`${day}T${time}:00+08:00`)
  return day === dayOf(now) ? now : new Date(startOf(day).getTime() + 86_400_000)
}

/** The call after a submission was noted: a correction keeps what happened, a new one begins anew. */
export const callAfterSubmission = (
  before: CarrierCall | undefined,
  terms: CallTerms,
): CarrierCall =>
  before && before.state !== 'ended'
    ? { ...before, ...terms }
    : { ...terms, state: 'waiting', missed: 0 }

type Noted = { call: CallOutcome; on?: CallPhone | undefined }

/** The call after an outcome was noted; missed often enough, the carrier ends the request. */
export function callAfter(before: CarrierCall, { call, on }: Noted): CarrierCall {
  if (call === 'answered' || call === 'ended') return { ...before, state: call }
  if (call === 'phone_dead') return { ...before, on: on ?? before.on }
  const missed = before.missed + 1
  const isLast = before.endsAfterMissed !== null && missed >= before.endsAfterMissed
  return { ...before, missed, state: isLast ? 'ended' : 'waiting' }
}

type Called = Pick<RequestRecord, 'state' | 'call'>

const isUndecided = ({ state }: Called) =>
  state === 'open' || state === 'in_review' || state === 'needs_info'

/** The call that is awaited now; null when none is. */
export const awaitedCall = (record: Called): CarrierCall | null =>
  record.call?.state === 'waiting' && isUndecided(record) ? record.call : null

/** The call that still has to lead somewhere: awaited, or missed for good; null when none does. */
export const pendingCall = (record: Called): CarrierCall | null =>
  record.call && record.call.state !== 'answered' && isUndecided(record) ? record.call : null

/** Whether the carrier ended the request over missed calls, so that it is to be submitted again. */
export const isCallMissedForGood = (record: Called): boolean =>
  record.call?.state === 'ended' && isUndecided(record)

/** A phone on which the carrier rings, in E.164. */
export const callPhone = z.string().transform((typed, context) => {
  const checked = checkContactNumber(typed)
  if (checked.ok) return checked.value
  context.addIssue({ code: 'custom', message: checked.fault })
  return z.NEVER
})

const happened = <C extends string>(call: C) =>
  z.strictObject({ call: z.literal(call), on: unasked, phone: unasked, words })

/** What is noted of a call. Where the phone is dead, another one is named, never the number. */
export const callSchema = z.discriminatedUnion(
  'call',
  [
    happened('answered'),
    happened('missed'),
    happened('ended'),
    z.strictObject({
      call: z.literal('phone_dead'),
      on: z.enum(['contact', 'other'], 'required'),
      phone: callPhone.optional(),
      words,
    }),
  ],
  'required',
)
export type CallInput = z.output<typeof callSchema>

export type CallRefusal = Refusal<'not_yours' | 'ended' | 'nothing_owed'>

/** Whether this actor may note an outcome of the call now: null, or the refusal. */
export function judgeCall(record: RequestRecord, actor: JudgedActor): CallRefusal | null {
  if (!worksAtStore(actor)) return { code: 'not_yours' }
  if (record.endedAt) return { code: 'ended' }
  return awaitedCall(record) ? null : { code: 'nothing_owed' }
}

/** Faults of the phone on which the carrier is to ring, by field; empty when it can be rung there. */
export function phoneFaults(
  named: { on?: CallPhone | undefined; phone?: string | undefined },
  { contact }: Pick<RequestRecord, 'contact'>,
  number: string | null,
): { on?: string; phone?: string } {
  if (!named.on) return { on: 'required' }
  if (named.on === 'contact' && !contact.phone) return { on: 'call_contact_missing' }
  if (named.on !== 'other') return {}
  if (!named.phone) return { phone: 'required' }
  return named.phone === number ? { phone: 'call_phone_is_number' } : {}
}

/** Whether approving has to be explained: the carrier rings, and nobody has answered. */
export const approvalAsksOfCall = ({ call }: Pick<RequestRecord, 'call'>): boolean =>
  call !== undefined && call.state !== 'answered'

/** The id of the step under which the phone of the call stands among the personal values. */
export const submissionStepOf = ({ steps }: Pick<RequestRecord, 'steps'>): string | null =>
  Object.entries(steps).find(([, { kind }]) => kind === 'carrier_submission')?.[0] ?? null
