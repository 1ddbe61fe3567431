import { z } from 'zod'
import {
  type PaymentApp,
  type RefundRoute,
  type RouteTo,
  needsDestination,
  paymentApps,
  refundRoutes,
} from '@/lib/domain/coded-values'
import { checkBankAccount } from '@/lib/domain/identifiers/bank-account'
import type { Checked } from '@/lib/domain/identifiers/check'
import { maskAccount, maskPhone } from '@/lib/domain/identifiers/mask'
import { checkSubscriberNumber } from '@/lib/domain/identifiers/phone'
import { fenOf, optionalWords, tickable, yuan } from './input-fields'

/** The field that holds the account or number of a route. */
const accountField = (route: RouteTo) =>
  route === 'other_number' ? ('number' as const) : ('account' as const)

/** Where a refund goes: `whole` is a full identifier, the rest is personal. */
export type Destination = { whole: string; masked: string } & DestinationWords
export type DestinationWords = { bank?: string; owner?: string; app?: PaymentApp }

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, 'too_long')
    .regex(/^[^\p{Cc}<>]*$/u, 'name_malformed')
    .optional()

const typed = z.strictObject({
  bank: text(60),
  account: text(100),
  owner: text(100),
  number: text(40),
  app: z.enum(paymentApps, 'required').optional(),
})
type Typed = z.output<typeof typed>

const appAccount = (account: string): Checked =>
  account.length < 4
    ? { ok: false, fault: 'app_account_malformed' }
    : { ok: true, value: account, warnings: [] }

const checks: Record<RouteTo, (account: string) => Checked> = {
  bank_transfer: checkBankAccount,
  other_number: checkSubscriberNumber,
  payment_app: appAccount,
}
/** What is asked beside the account or number. */
const beside: Record<RouteTo, readonly ('bank' | 'owner' | 'app')[]> = {
  bank_transfer: ['bank', 'owner'],
  other_number: [],
  payment_app: ['app'],
}

/** The destination as typed for this route, or the fault of each field. */
function destinationOf(
  route: RouteTo,
  given: Typed,
): { value: Destination } | { faults: Record<string, string> } {
  const field = accountField(route)
  const faults: Record<string, string> = {}
  for (const one of beside[route]) if (!given[one]) faults[one] = 'required'
  const account = given[field]
  const checked = account ? checks[route](account) : null
  if (!checked) faults[field] = 'required'
  else if (!checked.ok) faults[field] = checked.fault
  if (!checked?.ok || Object.keys(faults).length) return { faults }
  const whole = checked.value
  const { bank, owner, app } = given
  const isPhone = route === 'other_number'
  return {
    value: {
      whole,
      masked: isPhone ? maskPhone(whole) : maskAccount(whole),
      ...(route === 'bank_transfer' && bank && owner && { bank, owner }),
      ...(route === 'payment_app' && app && { app }),
    },
  }
}

/**
 * The balance, in yuan, and how it is refunded (F30, P9, P20). A route that pays into an account or
 * a number has its destination, which may be noted later; `paid`: in cash, on the spot.
 */
export const balanceOutcome = z
  .strictObject({
    amount: yuan,
    route: z.enum(refundRoutes, 'required'),
    destination: typed.optional(),
    paid: tickable,
    words: optionalWords,
  })
  .transform(({ amount, destination, ...rest }, context) => {
    const amountFen = fenOf(amount)
    const noted: typeof rest & { amountFen: number; destination?: Destination } = {
      ...rest,
      amountFen,
    }
    const fault = (message: string, ...path: string[]) =>
      context.addIssue({ code: 'custom', path, message })
    if (amountFen === 0) return { ...noted, paid: undefined }
    if (rest.route === 'none') fault('refund_route_needed', 'route')
    if (rest.paid && rest.route !== 'cash') fault('paid_in_cash_only', 'paid')
    // The owner is filled in beforehand: it alone says nothing of where the money goes.
    const { owner: _, ...said } = destination ?? {}
    const isNamed = Object.values(said).some((value) => value)
    if (!destination || !isNamed || !needsDestination(rest.route)) return noted
    const found = destinationOf(rest.route, destination)
    if ('value' in found) return { ...noted, destination: found.value }
    for (const [field, code] of Object.entries(found.faults)) fault(code, 'destination', field)
    return noted
  })

/** The part of it that says nothing of anybody. */
export type PlainBalance = {
  amountFen: number
  route: RefundRoute
  /** Absent where the route needs none, and in notes of earlier versions, which had none. */
  destination?: 'noted' | 'missing'
  /** The day on which it was paid in cash, at the counter. */
  paidOn?: string
}

type Input = Record<string, unknown>

/**
 * A correction of a balance with what it leaves empty: the whole account is never sent to the page
 * (L2), so an empty one of the same route means "unchanged".
 */
export function withKeptDestination(
  input: Input,
  before: { route: unknown; whole: string | undefined; words: DestinationWords | undefined },
): Input {
  const { route } = input
  if (!needsDestination(route) || route !== before.route || !before.whole) return input
  const given = (input.destination ?? {}) as Input
  const field = accountField(route)
  if (given[field]) return input
  const { bank, owner, app } = before.words ?? {}
  const kept = { ...(bank && { bank }), ...(owner && { owner }), ...(app && { app }) }
  return { ...input, destination: { ...kept, ...given, [field]: before.whole } }
}
