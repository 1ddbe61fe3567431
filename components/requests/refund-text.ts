import type { useTranslations } from 'next-intl'
import type { StepWords } from '@/lib/cancellation/rules/particulars'
import { maskName } from '@/lib/domain/identifiers/mask'

type Words = ReturnType<typeof useTranslations<'words'>>
type Destination = NonNullable<StepWords['destination']>

/** Where a refund goes, as a customer is shown it: the account by its last four (P20). */
export const destinationShown = ({ app, bank, owner, masked }: Destination, words: Words): string =>
  [app && words(`paymentApp.${app}`), bank, owner && maskName(owner), masked]
    .filter(Boolean)
    .join(' ')

/** An amount of fen in yuan. */
export const yuanOf = (fen: number): string => (fen / 100).toFixed(2)
