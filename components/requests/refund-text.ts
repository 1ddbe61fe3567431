import type { useTranslations } from 'next-intl'
import type { StepWords } from '@/lib/cancellation/rules/particulars'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { isLive } from '@/lib/cancellation/rules/workflow'
import type { RefundState } from '@/lib/domain/coded-values'
import { maskName } from '@/lib/domain/identifiers/mask'
import { staffDates } from '@/lib/i18n/dates'

type Words = ReturnType<typeof useTranslations<'words'>>
type Destination = NonNullable<StepWords['destination']>

/** Where a refund goes, as a customer is shown it: the account by its last four (P20). */
export const destinationShown = ({ app, bank, owner, masked }: Destination, words: Words): string =>
  [app && words(`paymentApp.${app}`), bank, owner && maskName(owner), masked]
    .filter(Boolean)
    .join(' ')

/** An amount of fen in yuan. */
export const yuanOf = (fen: number): string => (fen / 100).toFixed(2)

/**
 * The amount, and how far the refund has come once it is under way (P9); null where there is none,
 * and where the request ended without cancelling and nothing is refunded.
 */
export function refundLine(
  { state, refund }: Pick<RequestRecord, 'state' | 'refund'>,
  words: { amount(yuan: string): string; state(state: RefundState): string },
): string | null {
  if (!refund || !(isLive(state) || state === 'completed')) return null
  const amount = words.amount(yuanOf(refund.amountFen))
  if (state !== 'closing' && state !== 'completed') return amount
  const day = refund.on ? ` ${staffDates.day(refund.on)}` : ''
  return `${amount} · ${words.state(refund.state)}${day}`
}
