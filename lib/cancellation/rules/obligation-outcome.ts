import { z } from 'zod'
import { awaitedParties, paymentWays } from '@/lib/domain/coded-values'
import { day, fenOf, optionalWords, tickable, unasked, words, yuan } from './input-fields'

/** What was paid at the counter to clear it (P28); in yuan. */
const payment = z
  .strictObject({
    amount: yuan.refine((amount) => !/^0+(\.0*)?$/.test(amount), 'amount_malformed'),
    way: z.enum(paymentWays, 'required'),
    /** The number of the payment, as the till or the app gives it. */
    number: words.max(64, 'too_long'),
  })
  .transform(({ amount, ...rest }) => ({ ...rest, amountFen: fenOf(amount) }))

const unpaid = z
  .record(z.string(), z.string())
  .optional()
  .transform(() => undefined)

/**
 * How an obligation stands (P1, P27). One that waits names whom it waits for and why, unless it
 * clears by itself on its day; `nextDay`: that day is still held up, the next one is free. `why`
 * and `lifts` are told to the customer, `words` are the store's.
 */
export const obligationOutcome = z.discriminatedUnion(
  'state',
  [
    z.strictObject({
      state: z.literal('cleared'),
      words: optionalWords,
      payment: payment.optional(),
      clearsOn: unasked,
    }),
    z.strictObject({
      state: z.literal('not_applicable'),
      words: optionalWords,
      payment: unpaid,
      clearsOn: unasked,
    }),
    z
      .strictObject({
        state: z.literal('waiting'),
        waitsFor: z.enum(awaitedParties, 'required').optional(),
        clearsOn: day.optional(),
        nextDay: tickable,
        why: optionalWords,
        lifts: optionalWords,
        words: optionalWords,
        payment: unpaid,
      })
      .superRefine(({ waitsFor = 'nobody', clearsOn, why }, context) => {
        const lacks = (field: string) =>
          context.addIssue({ code: 'custom', path: [field], message: 'required' })
        if (waitsFor === 'nobody') {
          if (!clearsOn) lacks('clearsOn')
        } else if (!why) lacks('why')
      }),
  ],
  'required',
)

export type ObligationOutcome = z.output<typeof obligationOutcome>
type Plain<Outcome> = Outcome extends { payment?: infer Paid }
  ? Omit<Outcome, 'words' | 'why' | 'lifts' | 'payment'> & {
      payment?: Omit<NonNullable<Paid>, 'number'> | undefined
    }
  : never
/** The part of it that says nothing of anybody. */
export type PlainObligation = Plain<ObligationOutcome>
