// An independent model of the process, written from docs/process.md. It imports nothing from
// lib/cancellation: what the two agree on was thought twice.

export type Person = 'clerk' | 'both' | 'reviewer' | 'far' | 'customer' | 'system'
export type Path = {
  card: 'sim' | 'esim'
  channel: 'in_store' | 'online'
  preCancels: boolean
  carrier: string
  region: string
}

export const callOutcomes = ['answered', 'missed', 'phone_dead', 'ended'] as const
type CallOutcome = (typeof callOutcomes)[number]
/**
 * Of an obligation: `waits` clears by itself on a day, `waits_on` on the day after it, `blocked`
 * waits for the customer. `missing`: a paper, or the account that a balance is paid into.
 */
export type Variant = 'good' | 'waits' | 'waits_on' | 'blocked' | 'missing'
const waitsForDay = (variant: string | undefined) => variant === 'waits' || variant === 'waits_on'
/** Variants with a day; that of one that is blocked is expected, and clears nothing. */
const hasDay = (variant: string | undefined) => waitsForDay(variant) || variant === 'blocked'

export type Command =
  | { do: 'note'; kind: string; variant: Variant }
  | { do: 'amend'; change: 'holder' | 'number' }
  | { do: 'wait'; days: number }
  | { do: 'remind' }
  | { do: 'call'; outcome: CallOutcome }
  /** `silent`: without the reason that is asked for while a number can still be restored. */
  | { do: 'move'; move: string; full: boolean; silent?: true }

export type Model = {
  path: Path
  state: string
  store: 'demo' | 'far'
  today: number
  noted: Map<string, { on: number; variant: string }>
  asked: boolean
  approved: boolean
  preCancelledUntil: number | null
  hands: Set<Person>
  touched: number
  reminded: number | null
  waitsUntil: number
  /** The carrier's call after an online submission. */
  call: { state: 'waiting' | 'answered' | 'ended'; missed: number } | null
}

export const begin = (path: Path): Model => ({
  path,
  state: 'open',
  store: 'demo',
  today: 0,
  noted: new Map(),
  asked: false,
  approved: false,
  preCancelledUntil: null,
  hands: new Set(['clerk']),
  touched: 0,
  reminded: null,
  waitsUntil: -1,
  call: null,
})

const reinstateDays = 30
export const freshDays = 15
const lapseDays = 30
const reminderDays = 3
/** Days until the obligation of a note that waits clears by itself. */
export const clearingDays = 10

const ended = ['completed', 'rejected', 'withdrawn']

/** The kinds noted before review on a path; `carrier_submission` last, where it belongs there. */
export const before = ({ card, channel }: Path) => [
  'materials',
  'identity_check',
  'obligations',
  'balance',
  'advice',
  ...(channel === 'in_store'
    ? ['application_form', card === 'sim' ? 'card_return' : 'device_unlock']
    : ['carrier_submission']),
]
export const afterApproval = ({ card, channel }: Path) => [
  ...(channel === 'in_store' ? ['carrier_submission'] : []),
  ...(card === 'esim' ? ['device_check'] : []),
]

const isStaff = (model: Model, person: Person) =>
  model.store === 'demo' ? person === 'clerk' || person === 'both' : person === 'far'
const isReviewer = (model: Model, person: Person) =>
  model.store === 'demo' && (person === 'reviewer' || person === 'both')
const isElsewhere = (model: Model, person: Person) =>
  model.store === 'demo' ? person === 'far' : person === 'clerk' || person === 'both'

const has = (model: Model, kind: string) => model.noted.has(kind)
const obligationsClear = (model: Model) =>
  has(model, 'obligations') &&
  model.noted.get('obligations')?.variant !== 'blocked' &&
  (!waitsForDay(model.noted.get('obligations')?.variant) || model.waitsUntil <= model.today)
const balanceNoted = (model: Model) =>
  has(model, 'balance') && model.noted.get('balance')?.variant !== 'missing'
const materialsComplete = (model: Model) => model.noted.get('materials')?.variant === 'good'
/**
 * P8: this carrier takes no online requests on the last two days of a month. Day 0 is the tenth of
 * March 2026.
 */
function closedOnline({ path, today }: Model) {
  const monthOf = (day: number) => new Date(Date.UTC(2026, 2, 10 + day)).getUTCMonth()
  return (
    path.channel === 'online' &&
    path.carrier === 'china-unicom' &&
    monthOf(today) !== monthOf(today + 2)
  )
}
/** P15: one carrier ends an online request after three missed calls; the other counts none. */
const endsAfterMissed = ({ carrier }: Path) => (carrier === 'china-telecom' ? 3 : null)
const undecided = ['open', 'in_review', 'needs_info']
/** The carrier gave up ringing: it is to be submitted there again. */
export const toSubmitAgain = (model: Model) =>
  model.call?.state === 'ended' && undecided.includes(model.state)

const beforeCarrier = (model: Model) =>
  materialsComplete(model) &&
  has(model, 'identity_check') &&
  obligationsClear(model) &&
  balanceNoted(model) &&
  has(model, 'advice')

function readyForReview(model: Model) {
  const kinds = before(model.path)
  const fresh = kinds
    .filter((kind) => kind !== 'carrier_submission')
    .every((kind) => (model.noted.get(kind)?.on ?? 0) + freshDays >= model.today)
  return (
    kinds.every((kind) => has(model, kind)) &&
    materialsComplete(model) &&
    obligationsClear(model) &&
    !toSubmitAgain(model) &&
    balanceNoted(model) &&
    fresh
  )
}

function mayNote(model: Model, person: Person, kind: string) {
  // From home the customer of an online request notes the carrier's reference.
  const fromHome =
    person === 'customer' && kind === 'carrier_submission' && model.path.channel === 'online'
  if (!isStaff(model, person) && !isReviewer(model, person) && !fromHome) return false
  const early = before(model.path).includes(kind)
  if (!early && !afterApproval(model.path).includes(kind)) return false
  if (ended.includes(model.state)) return false
  if (!early && model.state !== 'closing') return false
  const again = kind === 'carrier_submission' && toSubmitAgain(model)
  if (
    early &&
    !again &&
    model.state !== 'open' &&
    !(model.state === 'needs_info' && model.asked && kind === 'materials')
  )
    return false
  if (kind === 'card_return') return has(model, 'identity_check')
  if (kind === 'device_check') return has(model, 'carrier_submission')
  return kind !== 'carrier_submission' || !early || (beforeCarrier(model) && !closedOnline(model))
}

type Allows = (model: Model, person: Person, full: boolean, silent: boolean) => boolean

const rules: Record<string, Allows> = {
  submit: (model, person) =>
    model.state === 'open' &&
    (isStaff(model, person) || (person === 'customer' && model.path.channel === 'online')) &&
    readyForReview(model),
  ask: (model, person, full) => model.state === 'in_review' && isReviewer(model, person) && full,
  supply: (model, person, full) =>
    model.state === 'needs_info' && (isStaff(model, person) || person === 'customer') && full,
  take_back: (model, person, full) =>
    ['in_review', 'needs_info'].includes(model.state) &&
    (isStaff(model, person) || isReviewer(model, person)) &&
    full,
  approve: (model, person, full) =>
    model.state === 'in_review' &&
    isReviewer(model, person) &&
    !model.hands.has(person) &&
    (model.path.channel === 'in_store' || full),
  reject: (model, person, full) => model.state === 'in_review' && isReviewer(model, person) && full,
  carrier_refuse: (model, person, full) =>
    model.state === 'closing' &&
    isReviewer(model, person) &&
    model.preCancelledUntil === null &&
    full,
  note_pre_cancelled: (model, person, full) =>
    model.state === 'closing' &&
    (isStaff(model, person) || isReviewer(model, person)) &&
    model.path.preCancels &&
    model.preCancelledUntil === null &&
    full,
  complete: (model, person, full, silent) =>
    model.state === 'closing' &&
    (isStaff(model, person) || isReviewer(model, person)) &&
    has(model, 'carrier_submission') &&
    (model.path.card === 'sim' || has(model, 'device_check')) &&
    !(silent && model.today <= (model.preCancelledUntil ?? -1)) &&
    full,
  withdraw: (model, person, full) => {
    if (!['open', 'in_review', 'needs_info'].includes(model.state) || model.approved) return false
    if (!isStaff(model, person) && person !== 'customer') return false
    const atCarrier = model.path.channel === 'online' && has(model, 'carrier_submission')
    return !atCarrier || (person !== 'customer' && full)
  },
  recall: (model, person, full) =>
    model.state === 'closing' &&
    isReviewer(model, person) &&
    model.preCancelledUntil === null &&
    (!has(model, 'carrier_submission') || full),
  reinstate: (model, person, full) =>
    model.state === 'closing' &&
    isReviewer(model, person) &&
    model.preCancelledUntil !== null &&
    model.today <= model.preCancelledUntil &&
    full,
  lapse: (model, person) =>
    ['open', 'needs_info'].includes(model.state) &&
    person === 'system' &&
    !has(model, 'carrier_submission') &&
    Math.max(
      model.touched,
      has(model, 'obligations') && hasDay(model.noted.get('obligations')?.variant)
        ? model.waitsUntil
        : -1,
    ) +
      lapseDays <
      model.today &&
    model.reminded !== null &&
    model.reminded + reminderDays <= model.today,
  transfer: (model, person, full) =>
    ['open', 'needs_info'].includes(model.state) && isElsewhere(model, person) && full,
  displace: (model, person, full) => model.state === 'open' && isElsewhere(model, person) && full,
}
export const movesOfModel = Object.keys(rules)

/** Whether the process allows this now. */
export function allows(model: Model, person: Person, command: Command): boolean {
  if (command.do === 'wait') return true
  if (command.do === 'remind') return person === 'system' && !ended.includes(model.state)
  if (command.do === 'call')
    return (
      (isStaff(model, person) || isReviewer(model, person)) &&
      undecided.includes(model.state) &&
      model.call?.state === 'waiting'
    )
  if (command.do === 'note') return mayNote(model, person, command.kind)
  if (command.do === 'amend') {
    // The amended holder shows a passport, which does not count for an eSIM (P17).
    const counts = command.change !== 'holder' || model.path.card !== 'esim'
    return model.state === 'open' && isStaff(model, person) && counts
  }
  const { move, full, silent = false } = command
  return rules[move]?.(model, person, full, silent) ?? false
}

const leadsTo: Record<string, string> = {
  submit: 'in_review',
  ask: 'needs_info',
  supply: 'in_review',
  take_back: 'open',
  approve: 'closing',
  reject: 'rejected',
  carrier_refuse: 'in_review',
  complete: 'completed',
  withdraw: 'withdrawn',
  recall: 'withdrawn',
  reinstate: 'withdrawn',
  lapse: 'withdrawn',
  displace: 'withdrawn',
}
const undone = {
  number: ['identity_check', 'obligations', 'balance', 'application_form', 'carrier_submission'],
  holder: ['materials', 'identity_check', 'application_form', 'carrier_submission'],
}

/** The model after a command that was allowed. */
export function after(model: Model, person: Person, command: Command): Model {
  const next: Model = { ...model, noted: new Map(model.noted), hands: new Set(model.hands) }
  if (command.do === 'wait') return { ...next, today: model.today + command.days }
  if (command.do === 'remind') return { ...next, reminded: model.today }
  Object.assign(next, { touched: model.today, reminded: null })
  if (command.do === 'call') {
    const missed = (model.call?.missed ?? 0) + (command.outcome === 'missed' ? 1 : 0)
    const isOver = command.outcome === 'ended' || missed === endsAfterMissed(model.path)
    const answered = command.outcome === 'answered'
    next.call = { missed, state: answered ? 'answered' : isOver ? 'ended' : 'waiting' }
    return next
  }
  if (command.do === 'note') {
    if (command.kind === 'carrier_submission' && model.path.channel === 'online')
      if (!model.call || model.call.state === 'ended') next.call = { state: 'waiting', missed: 0 }
    // A balance that leaves the account empty keeps the one that was noted.
    const kept = command.kind === 'balance' && model.noted.get('balance')?.variant === 'good'
    const variant = kept && command.variant === 'missing' ? 'good' : command.variant
    next.noted.set(command.kind, { on: model.today, variant })
    if (command.kind === 'obligations' && hasDay(command.variant))
      next.waitsUntil = model.today + clearingDays + (command.variant === 'waits_on' ? 1 : 0)
    if (command.kind === 'identity_check') next.hands.add(person)
    return next
  }
  if (command.do === 'amend') {
    for (const kind of undone[command.change]) next.noted.delete(kind)
    next.call = null
    next.hands.add(person)
    return next
  }
  next.state = leadsTo[command.move] ?? model.state
  if (command.move === 'submit') next.hands.add(person)
  if (command.move === 'ask') next.asked = true
  if (command.move === 'supply' || command.move === 'take_back') next.asked = false
  if (command.move === 'approve') next.approved = true
  if (command.move === 'carrier_refuse') next.approved = false
  if (command.move === 'note_pre_cancelled') next.preCancelledUntil = model.today + reinstateDays
  if (command.move === 'transfer') next.store = model.store === 'demo' ? 'far' : 'demo'
  return next
}
