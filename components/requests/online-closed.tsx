import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { dayOf, timeOf } from '@/lib/domain/days'
import type { OnlineWindow } from '@/lib/carriers/rulebook/topics'
import { closedAt, opensNext } from '@/lib/carriers/rulebook/windows'
import { staffDates } from '@/lib/i18n/dates'

/**
 * Says that the carrier takes no online requests now, and when it will again (P8); nothing
 * otherwise.
 */
export async function OnlineClosed({ window, now }: { window: OnlineWindow; now: Date }) {
  const [day, time] = [dayOf(now), timeOf(now)]
  const closed = closedAt(day, time, window)
  if (!closed) return null
  const t = await getTranslations('walk.closed')
  const opens = opensNext(day, time, window)
  return (
    <Notice tone="warn" title={t(closed)}>
      {opens ? t('opens', { day: staffDates.day(opens.day), time: opens.time }) : t('opensNever')}
    </Notice>
  )
}
