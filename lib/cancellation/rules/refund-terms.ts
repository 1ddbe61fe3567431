import { type WorkingCalendar, addWorkingDays } from '@/lib/calendar/working-days'
import type { TopicValue } from '@/lib/carriers/rulebook/topics'
import { dayOfNextMonth } from '@/lib/carriers/rulebook/windows'
import type { Day } from '@/lib/domain/days'
import { addMonths } from '@/lib/domain/month'
import type { Refund, RefundTerms } from './request-record'

/**
 * When a refund comes and until when it can be claimed, counted from the day of the closing by the
 * carrier's rule (P20); null where nothing is owed any more or the carrier says nothing.
 */
export function refundTermsAt(
  closedOn: Day,
  refund: Pick<Refund, 'state'> | null,
  rule: Pick<TopicValue<'refund'>, 'arrives' | 'claimMonths'> | null,
  calendar: WorkingCalendar,
): RefundTerms | null {
  if (!rule || (refund?.state !== 'pending' && refund?.state !== 'failed')) return null
  const { arrives, claimMonths } = rule
  const working =
    arrives?.by === 'working_days' ? addWorkingDays(closedOn, arrives.days, calendar) : null
  const arrivesBy =
    arrives?.by === 'next_month' ? dayOfNextMonth(closedOn, arrives.day) : working?.date
  const terms: RefundTerms = {
    ...(arrivesBy && { arrivesBy }),
    ...(working?.estimated && { estimated: true }),
    ...(claimMonths && { claimUntil: addMonths(closedOn, claimMonths) }),
  }
  return Object.keys(terms).length ? terms : null
}
