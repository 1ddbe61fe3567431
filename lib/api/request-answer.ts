import { documentsOf } from '@/lib/cancellation/rules/documents'
import { offeredMoves } from '@/lib/cancellation/queries/offered-moves'
import { type OneRequest, oneRequest } from '@/lib/cancellation/queries/one'
import type { ListedRecord } from '@/lib/cancellation/queries/opened'
import { walkOf } from '@/lib/cancellation/rules/walk'
import { noteLook } from '@/lib/writer'
import { inLocale } from '@/lib/i18n/bilingual'
import { readReference } from '@/lib/domain/identifiers/reference'
import { type Problem, isProblem, problem } from './problem'
import type { CallContext } from './operation'

type Opened = Pick<OneRequest, 'identifiers' | 'personal'> & { record: ListedRecord }

/**
 * Notes that a key sees a request's whole number, for the key's reason, in its history and in the
 * audit (L2); false for a key that may not, and where there is none to see any more.
 */
export async function noteLookOf(
  { caller, by, now }: CallContext,
  reference: string,
): Promise<boolean> {
  if (!caller.fullNumber || !caller.reason || !reference) return false
  return (
    await noteLook({ actor: by, reference, look: { what: 'reveal', reason: caller.reason }, now })
  ).ok
}

/** What every answer says of a request: its number masked, unless the look at it was noted. */
export function headOf({ record, identifiers, personal }: Opened, wholeNumber = false) {
  const masked = personal?.numberMasked ?? null
  const {
    reference,
    state,
    version,
    store,
    cardType,
    channel,
    carrier,
    region,
    openedAt,
    updatedAt,
    endedAt,
  } = record
  const promise = (which: 'decision' | 'end') => {
    const due = record.promises[which]
    return due && { date: due.date, estimated: due.estimated, reason: due.reason }
  }
  return {
    reference,
    state,
    version,
    store,
    cardType,
    channel,
    carrier,
    region,
    phoneNumber: wholeNumber ? (identifiers?.number ?? masked) : masked,
    promises: { decision: promise('decision'), end: promise('end') },
    receipt: record.receipt,
    openedAt,
    updatedAt,
    endedAt,
  }
}

function callOf({ call }: OneRequest['record']) {
  if (!call) return null
  const { state, on, until, missed, endsAfterMissed } = call
  return { state, on, until, missed, endsAfterMissed }
}

/** One request as the caller sees it. */
function wholeOf(one: OneRequest, { locale }: CallContext, wholeNumber: boolean) {
  const { record, situation } = one
  return {
    ...headOf(one, wholeNumber),
    steps: walkOf(situation).map(({ step, optional, state }) => ({
      id: step.id,
      kind: step.kind,
      title: inLocale(locale, step.staff.title),
      required: !optional,
      state,
    })),
    moves: offeredMoves(situation).map(({ move, unmet }) => ({
      move,
      allowed: unmet.length === 0,
      unmet: [...unmet],
    })),
    asked: record.asked.map(({ step }) => step),
    call: callOf(record),
    documents: documentsOf(record).map(({ id, step, material, pages, at }) => ({
      id,
      step,
      material,
      pages,
      at,
    })),
  }
}

/** A reference as it may be written; that of no request where it cannot be one. */
export const referenceIn = (text: string) => readReference(text) ?? ''

/**
 * The request that a call is about; a wrong check character, an unknown one and one of another
 * store are the same.
 */
export async function requestOf(
  { caller, now }: Pick<CallContext, 'caller' | 'now'>,
  named: string,
): Promise<OneRequest | Problem> {
  const reference = referenceIn(named)
  return (reference && (await oneRequest(caller, reference, now))) || problem('not_found')
}

/** The answer that shows a request as it is now, with its version as ETag. */
export async function shown<Status extends number>(
  call: CallContext,
  reference: string,
  status: Status,
  wholeNumber = false,
) {
  const one = await requestOf(call, reference)
  if (isProblem(one)) return one
  const headers: Record<string, string> = { etag: `"${one.record.version}"` }
  return { status, value: wholeOf(one, call, wholeNumber), headers }
}
