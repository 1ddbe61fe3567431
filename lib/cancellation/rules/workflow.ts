// The process as one table: from where to where each move leads, who may make it, and its demands.
// Plain data; `demands.ts` defines the demands, `judge.ts` evaluates them. docs/process.md
// describes the same table, and a test compares the two.

export const states = [
  'open',
  'in_review',
  'needs_info',
  'closing',
  'completed',
  'rejected',
  'withdrawn',
] as const
export type State = (typeof states)[number]

/** A request that has not ended: a number has at most one. */
export const liveStates = [
  'open',
  'in_review',
  'needs_info',
  'closing',
] as const satisfies readonly State[]

export const isLive = (state: State) => (liveStates as readonly State[]).includes(state)

/** An actor's relations to a request. One account can have several. */
export const capacities = ['staff', 'staff_elsewhere', 'reviewer', 'customer', 'system'] as const
export type Capacity = (typeof capacities)[number]

export const demandNames = [
  'channel_offered',
  'carrier_served',
  'store_serves',
  'applicant_allowed',
  'document_accepted',
  'number_not_kept',
  'consent_given',
  'no_live_request',
  'materials_complete',
  'identity_matched',
  'obligations_clear',
  'balance_noted',
  'advice_acknowledged',
  'instructions_done',
  'form_signed',
  'card_accounted',
  'device_ready',
  'carrier_submitted',
  'facts_fresh',
  'contact_reachable',
  'items_named',
  'items_answered',
  'reason_given',
  'second_person',
  'carrier_result',
  'customer_told',
  'not_pre_cancelled',
  'refusal_documented',
  'carrier_pre_cancels',
  'pre_cancellation_dated',
  'carrier_confirmed',
  'device_checked',
  'before_no_return',
  'carrier_cancelled_it',
  'carrier_not_acting',
  'pre_cancelled',
  'window_open',
  'untouched',
  'reminded',
  'not_at_carrier',
  'slip_or_identity',
  'other_holder_matched',
] as const
export type DemandName = (typeof demandNames)[number]

export type Rule = {
  from: readonly (State | null)[]
  to: State | 'same'
  who: readonly Capacity[]
  /** Online, the customer may make it too. */
  customerOnline?: true
  demands: readonly DemandName[]
}

const toOpen = [
  'channel_offered',
  'carrier_served',
  'store_serves',
  'applicant_allowed',
  'document_accepted',
  'number_not_kept',
  'consent_given',
  'no_live_request',
] as const

const beforeReview = [
  'materials_complete',
  'identity_matched',
  'obligations_clear',
  'balance_noted',
  'advice_acknowledged',
  'instructions_done',
  'form_signed',
  'card_accounted',
  'device_ready',
] as const

export const workflow = {
  open: { from: [null], to: 'open', who: ['staff'], demands: toOpen },
  amend: { from: ['open'], to: 'open', who: ['staff'], demands: toOpen },
  submit: {
    from: ['open'],
    to: 'in_review',
    who: ['staff'],
    customerOnline: true,
    demands: [...beforeReview, 'carrier_submitted', 'facts_fresh', 'contact_reachable'],
  },
  ask: { from: ['in_review'], to: 'needs_info', who: ['reviewer'], demands: ['items_named'] },
  supply: {
    from: ['needs_info'],
    to: 'in_review',
    who: ['staff', 'customer'],
    demands: ['items_answered'],
  },
  take_back: {
    from: ['in_review', 'needs_info'],
    to: 'open',
    who: ['staff', 'reviewer'],
    demands: ['reason_given'],
  },
  approve: {
    from: ['in_review'],
    to: 'closing',
    who: ['reviewer'],
    demands: ['second_person', 'carrier_result'],
  },
  reject: {
    from: ['in_review'],
    to: 'rejected',
    who: ['reviewer'],
    demands: ['reason_given', 'customer_told'],
  },
  carrier_refuse: {
    from: ['closing'],
    to: 'in_review',
    who: ['reviewer'],
    demands: ['not_pre_cancelled', 'refusal_documented'],
  },
  note_pre_cancelled: {
    from: ['closing'],
    to: 'closing',
    who: ['staff', 'reviewer'],
    demands: ['carrier_pre_cancels', 'not_pre_cancelled', 'pre_cancellation_dated'],
  },
  complete: {
    from: ['closing'],
    to: 'completed',
    who: ['staff', 'reviewer'],
    demands: ['carrier_submitted', 'carrier_confirmed', 'device_checked'],
  },
  withdraw: {
    from: ['open', 'in_review', 'needs_info'],
    to: 'withdrawn',
    who: ['staff', 'customer'],
    demands: ['before_no_return', 'carrier_cancelled_it'],
  },
  recall: {
    from: ['closing'],
    to: 'withdrawn',
    who: ['reviewer'],
    demands: ['not_pre_cancelled', 'carrier_not_acting'],
  },
  reinstate: {
    from: ['closing'],
    to: 'withdrawn',
    who: ['reviewer'],
    demands: ['pre_cancelled', 'window_open', 'carrier_confirmed'],
  },
  lapse: {
    from: ['open', 'needs_info'],
    to: 'withdrawn',
    who: ['system'],
    demands: ['untouched', 'reminded', 'not_at_carrier'],
  },
  transfer: {
    from: ['open', 'needs_info'],
    to: 'same',
    who: ['staff_elsewhere'],
    demands: ['slip_or_identity'],
  },
  displace: {
    from: ['open'],
    to: 'withdrawn',
    who: ['staff_elsewhere'],
    demands: ['other_holder_matched'],
  },
} as const satisfies Record<string, Rule>

export type Move = keyof typeof workflow
/** The demands of one move. */
export type DemandsOf<Name extends Move> = (typeof workflow)[Name]['demands'][number]
export const moves = Object.keys(workflow) as Move[]
export const ruleOf = (move: Move): Rule => workflow[move]
export const isMove = (name: string): name is Move => Object.hasOwn(workflow, name)

/**
 * Moves that end a request without cancelling the number: a card that was taken must be handed
 * back.
 */
export const endsWithoutCancelling: readonly Move[] = [
  'reject',
  'withdraw',
  'recall',
  'reinstate',
  'lapse',
  'displace',
]

/** Moves that send a request back: without any of them it was right the first time. */
export const sendsBack: readonly Move[] = ['ask', 'take_back', 'carrier_refuse']
