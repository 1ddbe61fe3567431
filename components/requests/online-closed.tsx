import { getTranslations } from 'next-intl/server'
import { Notice } from '@/components/ui/notice'
import { dayOf, timeOf } from '@/lib/domain/days'
import { type OnlineRules, blackoutAt, opensNext } from '@/lib/carriers/blackout'
import { staffDates } from '@/lib/i18n/dates'

/**
 * Says that the carrier takes no online requests now, and when it will again (P8); nothing
 * otherwise.
 */
export async function OnlineClosed({ rules, now }: { rules: OnlineRules; now: Date }) {
  const [day, time] = [dayOf(now), timeOf(now)]
  const blackout = blackoutAt(day, time, rules)
  if (!blackout) return null
  const t = await getTranslations('walk.closed')
  const opens = opensNext(day, time, rules)
  return (
    <Notice tone="warn" title={t(blackout)}>
      {t('opens', { day: staffDates.day(opens.day), time: opens.time })}
    </Notice>
  )
}
