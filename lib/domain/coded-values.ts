// The domain's coded values: every other file imports them from here.

export const cardTypes = ['sim', 'esim'] as const
export type CardType = (typeof cardTypes)[number]

export const channels = ['in_store', 'online'] as const
export type Channel = (typeof channels)[number]

/** The applicant's relation (P3): the holder, or somebody acting for the holder. */
export const relations = ['self', 'agent', 'guardian', 'heir', 'company_agent'] as const
export type Relation = (typeof relations)[number]

/** The proof of the right to act for a holder (P3), by relation. */
export const authorityFor = {
  agent: 'written_mandate',
  guardian: 'guardianship',
  heir: 'kinship',
  company_agent: 'company_letter',
} as const satisfies Record<Exclude<Relation, 'self'>, string>
export const authorityKinds = [
  'written_mandate',
  'guardianship',
  'kinship',
  'company_letter',
] as const

/** A carrier's own hall, or a partner's shop that serves several carriers (P13). */
export const storeKinds = ['own', 'partner'] as const
export type StoreKind = (typeof storeKinds)[number]

/**
 * The papers that prove a guardianship or a kinship, the most usual first. A household register has
 * no date of its own; all others are dated.
 */
export const proofsOf = {
  guardianship: ['household_register', 'birth_certificate', 'court_paper'],
  kinship: ['household_register', 'marriage_certificate', 'birth_certificate', 'notarised_paper'],
} as const satisfies Partial<Record<(typeof authorityKinds)[number], readonly string[]>>
export const authorityProofs = [
  'household_register',
  'birth_certificate',
  'marriage_certificate',
  'court_paper',
  'notarised_paper',
] as const
export type AuthorityProof = (typeof authorityProofs)[number]

/**
 * Circumstances that require other materials (P4, P10): known once the step that finds them is
 * noted, or asked beforehand.
 */
export const circumstances = [
  'renewed_document',
  'expired_document',
  'card_gone',
  'device_gone',
] as const
export type Circumstance = (typeof circumstances)[number]

/** Why people cancel (F1 to F4), and the holder's death (P29). */
export const reasons = [
  'change_phone',
  'change_carrier',
  'no_longer_needed',
  'privacy',
  'cost',
  'legal',
  'death',
  'other',
] as const
export type Reason = (typeof reasons)[number]

/** The reasons that this applicant can have; an heir's first one is the usual one. */
export const reasonsFor = (relation: Relation): readonly Reason[] =>
  relation === 'heir' ? ['death', 'legal', 'other'] : reasons.filter((one) => one !== 'death')

export const rejectionReasons = [
  'identity_not_matched',
  'right_to_act_not_proved',
  'material_missing',
  'obligation_open',
  'number_not_held',
  'carrier_declined',
  'other',
] as const
export type RejectionReason = (typeof rejectionReasons)[number]

export const takeBackReasons = [
  'mistyped',
  'wrong_number',
  'customer_asked',
  'material_wrong',
  'other',
] as const

/** What can be done instead of cancelling (P21). */
export const alternatives = ['port_out', 'suspend', 'change_plan'] as const
export type Alternative = (typeof alternatives)[number]

export const withdrawReasons = [
  'changed_mind',
  'keeps_number',
  'moves_carrier',
  'suspends_number',
  'changes_plan',
  'mistake',
  'other',
] as const

/** The routes of a refund (F30, P9, P20). */
export const refundRoutes = [
  'none',
  'original_payment',
  'bank_transfer',
  'cash',
  'other_number',
  'payment_app',
] as const
export type RefundRoute = (typeof refundRoutes)[number]

/**
 * The routes for this applicant, of those that the carrier offers (P20; null: any): an heir has no
 * access to the way in which the dead paid (P29).
 */
export const refundRoutesFor = (
  relation: Relation,
  offered: readonly RefundRoute[] | null = null,
): readonly RefundRoute[] =>
  (offered ?? refundRoutes).filter((one) => relation !== 'heir' || one !== 'original_payment')

const routesTo = ['bank_transfer', 'other_number', 'payment_app'] as const
export type RouteTo = (typeof routesTo)[number]

/** Whether a route pays into an account or a number, which has to be named (P20). */
export const needsDestination = (route: unknown): route is RouteTo =>
  routesTo.some((one) => one === route)

/** The apps that a refund can be paid into (P20). */
export const paymentApps = ['alipay', 'wechat_pay', 'unionpay', 'other'] as const
export type PaymentApp = (typeof paymentApps)[number]

/** The ways in which something owed is paid at the counter (P28). */
export const paymentWays = ['cash', 'card', 'payment_app', 'carrier_till', 'other'] as const
export type PaymentWay = (typeof paymentWays)[number]

/** Whom an obligation waits for (P27); nobody: it clears by itself on its day (P1). */
export const awaitedParties = ['nobody', 'customer', 'carrier', 'store', 'other'] as const
export type AwaitedParty = (typeof awaitedParties)[number]

/** Customers' ratings. */
export const ratings = ['smooth', 'fair', 'poor'] as const
export type Rating = (typeof ratings)[number]

/** The states of a refund (P9). */
export const refundStates = ['none', 'pending', 'paid', 'failed', 'waived'] as const
export type RefundState = (typeof refundStates)[number]

/** What a counter prints on: A4, or a thermal printer's roll of 80 or 58 mm. */
export const papers = ['a4', 'roll_80', 'roll_58'] as const
export type Paper = (typeof papers)[number]

/** How a receipt names the holder. */
export const receiptNames = ['whole', 'masked', 'none'] as const
export type ReceiptName = (typeof receiptNames)[number]

const isOneOf =
  <T extends string>(list: readonly T[]) =>
  (word: string): word is T =>
    (list as readonly string[]).includes(word)
export const isCardType = isOneOf(cardTypes)
export const isChannel = isOneOf(channels)
export const isRelation = isOneOf(relations)
export const isCircumstance = isOneOf(circumstances)
export const isPaper = isOneOf(papers)

/** Why somebody looks at a document copy or at full numbers (L2); asked each time. */
export const reasonsToLook = ['identity', 'review', 'customer_asked', 'complaint'] as const
export type LookReason = (typeof reasonsToLook)[number]

/** What came of a carrier's call (P15); `ended`: it says that it will not ring again. */
export const callOutcomes = ['answered', 'missed', 'phone_dead', 'ended'] as const
export type CallOutcome = (typeof callOutcomes)[number]

/** The phone on which a carrier rings: the number itself while it works, the contact's, another. */
export const callPhones = ['number', 'contact', 'other'] as const
export type CallPhone = (typeof callPhones)[number]
