import { z } from 'zod'
import { callPhones, needsDestination } from '@/lib/domain/coded-values'
import type { Day } from '@/lib/domain/days'
import type { OnlineWindow } from '@/lib/carriers/rulebook/topics'
import { closedAt, hoursOn } from '@/lib/carriers/rulebook/windows'
import { checkIccid } from '@/lib/domain/identifiers/iccid'
import type { NotedKind } from '@/lib/domain/step-kinds'
import { callPhone } from './calls'
import { aftercareItems } from './aftercare-items'
import { type Destination, type PlainBalance, balanceOutcome } from './balance-outcome'
import { day, optionalWords, tickable, ticked, words } from './input-fields'
import { type PlainObligation, obligationOutcome } from './obligation-outcome'

// What each kind of step records. `words` and identifiers are personal and get encrypted;
// everything else is plain facts.

const itemId = z.string().regex(/^[a-z][a-z0-9_]{0,60}$/)

const iccid = z.string('required').transform((typed, context) => {
  const checked = checkIccid(typed)
  if (checked.ok) return checked.value
  context.addIssue({ code: 'custom', message: checked.fault })
  return z.NEVER
})

const material = z.discriminatedUnion(
  'state',
  [
    z.strictObject({ state: z.literal('present'), words: optionalWords }),
    z.strictObject({ state: z.literal('waived'), words }),
  ],
  'required',
)

/** The recorded outcome of each kind of step; the API uses the same schemas. */
export const outcomeSchemas = {
  instruction: z.strictObject({ done: ticked }),
  materials: z.strictObject({ items: z.record(itemId, material) }),
  identity_check: z.strictObject({
    matchedBy: z.enum(['carrier_record', 'name_and_old_document'], 'required'),
    /** The document shown has expired: another proof is required (P10). */
    documentExpired: tickable,
    applicantChecked: ticked,
    numberMatched: ticked,
    readBack: ticked,
    words: optionalWords,
  }),
  obligations: z.strictObject({ items: z.record(itemId, obligationOutcome) }),
  balance: balanceOutcome,
  advice: z.strictObject({
    accountsUnbound: ticked,
    cannotBeUndone: ticked,
    /** How many accounts 一证通查 counts on the number, where the customer asked it (P19). */
    accountsFound: z
      .union([z.int(), z.string().trim().regex(/^\d+$/).transform(Number)], 'number_needed')
      .pipe(z.number().min(0, 'number_out_of_range').max(999, 'number_out_of_range'))
      .optional(),
  }),
  application_form: z.strictObject({ signed: ticked }),
  card_return: z.discriminatedUnion(
    'state',
    [
      z.strictObject({ state: z.literal('returned'), iccid, words: optionalWords }),
      z.strictObject({ state: z.enum(['lost', 'damaged']), words, iccid: z.string().optional() }),
    ],
    'required',
  ),
  device_unlock: z.discriminatedUnion(
    'state',
    [
      z.strictObject({ state: z.enum(['unlocked', 'not_locked']), words: optionalWords }),
      z.strictObject({ state: z.enum(['no_device', 'not_unlockable']), words }),
    ],
    'required',
  ),
  carrier_submission: z.strictObject({
    carrierReference: z.string('required').trim().min(1, 'required').max(80, 'too_long'),
    submittedOn: day,
    /**
     * `HH:MM` in Asia/Shanghai; required where the carrier takes online requests only at certain
     * hours (P8).
     */
    submittedAt: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time_malformed')
      .optional(),
    passwordTypedByHolder: ticked,
    /** Online, where the carrier rings back: on which phone, and which other one (P15). */
    callOn: z.enum(callPhones, 'required').optional(),
    callPhone: callPhone.optional(),
  }),
  device_check: z.discriminatedUnion(
    'state',
    [
      z.strictObject({
        state: z.enum(['profile_deleted', 'no_service', 'still_active']),
        words: optionalWords,
      }),
      /** `device_dead`: it is there and does not start, so that nothing can be seen on it. */
      z.strictObject({ state: z.enum(['no_device', 'device_dead']), words }),
    ],
    'required',
  ),
  receipt: z.strictObject({ handedOver: z.enum(['printed', 'sent'], 'required') }),
  aftercare: z.strictObject({ ticked: z.array(z.enum(aftercareItems)).min(1, 'required') }),
} as const satisfies Record<NotedKind, z.ZodType>

export type Outcomes = { [K in NotedKind]: z.output<(typeof outcomeSchemas)[K]> }

// Encrypted by `partsOf`.
type Sealed = 'words' | 'iccid' | 'carrierReference' | 'callPhone'
type PlainItem<Item> = Item extends unknown ? Omit<Item, 'words'> : never
type PlainOf<Outcome> = Outcome extends { items: Record<string, infer Item> }
  ? { items: Record<string, PlainItem<Item>> }
  : Outcome extends unknown
    ? Omit<Outcome, Sealed>
    : never

/** The plain part of each step kind's outcome. */
export type PlainOutcomes = {
  [K in NotedKind]: K extends 'balance'
    ? PlainBalance
    : K extends 'obligations'
      ? { items: Record<string, PlainObligation> }
      : PlainOf<Outcomes[K]>
}

type Block = { why?: string; lifts?: string }
type Item = Record<string, unknown> &
  Block & { words?: string; payment?: Record<string, unknown> & { number?: string } }
type Typed = {
  iccid?: string
  words?: string
  carrierReference?: string
  callPhone?: string
  destination?: Destination
  items?: Record<string, Item>
}
type Parts = {
  facts: Record<string, unknown>
  personal: Record<string, unknown>
  identifiers: Record<string, unknown>
}

/** Splits an outcome by access: plain facts, personal words and references, full identifiers. */
export function partsOf(outcome: Record<string, unknown>): Parts {
  const {
    iccid: card,
    words: said,
    carrierReference,
    callPhone: phone,
    destination,
    items,
    ...facts
  } = outcome as Typed & Record<string, unknown>
  const parts: Parts = { facts, personal: {}, identifiers: {} }
  if (said) parts.personal.words = said
  // The carrier's reference is typed and identifies the customer at the carrier, so it is personal.
  if (carrierReference) parts.personal.carrierReference = carrierReference
  if (phone) parts.personal.callPhone = phone
  if (card) {
    parts.identifiers.iccid = card
    parts.personal.iccidMasked = `****${card.slice(-4)}`
  }
  if (needsDestination(facts.route) && facts.amountFen)
    parts.facts.destination = destination ? 'noted' : 'missing'
  if (destination) {
    const { whole, ...shown } = destination
    parts.identifiers.account = whole
    parts.personal.destination = shown
  }
  if (items) splitItems(parts, items)
  return parts
}

/** Of each item the codes and amounts are plain; what was typed is personal, by kind and item. */
function splitItems(parts: Parts, items: Record<string, Item>) {
  const plain: Record<string, unknown> = {}
  const personal = { items: {}, blocks: {}, payments: {} } as Record<string, object>
  const put = (kind: string, id: string, value: unknown) =>
    Object.assign(personal[kind] as object, { [id]: value })
  for (const [id, { words: said, why, lifts, payment, ...rest }] of Object.entries(items)) {
    const { number, ...paid } = payment ?? {}
    plain[id] = { ...rest, ...(payment && { payment: paid }) }
    if (said) put('items', id, said)
    if (why || lifts) put('blocks', id, { ...(why && { why }), ...(lifts && { lifts }) })
    if (number) put('payments', id, number)
  }
  parts.facts.items = plain
  for (const [kind, said] of Object.entries(personal))
    if (Object.keys(said).length) parts.personal[kind] = said
}

/**
 * Validates the days of an outcome noted on `today` for a request opened on `openedOn`; `online`:
 * when the carrier takes online requests (P8).
 */
export function dayFaults(
  outcome: Record<string, unknown>,
  openedOn: Day,
  today: Day,
  online: OnlineWindow | null,
): Record<string, string> {
  const { submittedOn, submittedAt } = outcome as { submittedOn?: Day; submittedAt?: string }
  if (typeof submittedOn !== 'string') return {}
  if (submittedOn > today) return { submittedOn: 'date_in_future' }
  if (submittedOn < openedOn) return { submittedOn: 'date_before_request' }
  if (!online) return {}
  const closed = closedAt(submittedOn, submittedAt ?? '12:00', online)
  if (closed !== 'day' && hoursOn(submittedOn, online) && !submittedAt)
    return { submittedAt: 'required' }
  if (!closed) return {}
  return closed === 'day'
    ? { submittedOn: 'carrier_closed_that_date' }
    : { submittedAt: 'carrier_closed_at_that_hour' }
}
