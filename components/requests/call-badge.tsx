import { getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { pendingCall } from '@/lib/cancellation/rules/calls'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { staffDates } from '@/lib/i18n/dates'

/** That the carrier's call is awaited and until when, or was missed for good (P15). */
export async function CallBadge({ record, now }: { record: RequestRecord; now: Date }) {
  const words = await getTranslations('words')
  const call = pendingCall(record)
  if (!call) return null
  const isOverdue = call.until !== null && new Date(call.until) < now
  return (
    <Badge tone={call.state === 'ended' ? 'bad' : isOverdue ? 'warn' : 'info'}>
      {words(`call.${call.state}`)}
      {call.state === 'waiting' && call.until && ` ${staffDates.moment(call.until)}`}
    </Badge>
  )
}
