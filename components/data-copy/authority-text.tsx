import { getLocale, getTranslations } from 'next-intl/server'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { paperDates } from '@/lib/i18n/dates'

/** The right to act (P3): of what kind, by which paper, of which day; a household register has none. */
export async function AuthorityText({
  authority: { kind, proof, issuedOn },
}: {
  authority: NonNullable<RequestRecord['authority']>
}) {
  const words = await getTranslations('words')
  const dates = paperDates(await getLocale())
  const paper = proof ? words('inBrackets', { text: words(`proof.${proof}`) }) : ''
  return [words(`authority.${kind as 'kinship'}`) + paper, issuedOn && dates.day(issuedOn)]
    .filter(Boolean)
    .join(' ')
}
