import type { useTranslations } from 'next-intl'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import { grouped } from '@/lib/domain/identifiers/grouped'
import { readAloud } from '@/lib/domain/identifiers/phone'

type Words = ReturnType<typeof useTranslations<'words'>>

/** Where the refund goes, in full: for whoever signs to check, and the person's own copy (P20). */
export function wholeDestination(
  { record, personal, identifiers }: Pick<OneRequest, 'record' | 'personal' | 'identifiers'>,
  words: Words,
): string | null {
  const [step] = Object.entries(record.steps).find(([, { kind }]) => kind === 'balance') ?? []
  const whole = step && identifiers?.notes?.[step]?.account
  if (!step || !whole) return null
  const { app, bank, owner } = personal?.notes?.[step]?.destination ?? {}
  const isPhone = record.refund?.route === 'other_number'
  const account = isPhone ? readAloud(whole) : app ? whole : grouped(whole, 'fours')
  return [owner, bank, app && words(`paymentApp.${app}`), account].filter(Boolean).join(' · ')
}
