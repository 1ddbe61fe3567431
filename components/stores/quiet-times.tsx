import { getLocale, getTranslations } from 'next-intl/server'
import type { QuietHours } from '@/lib/visits/quiet-hours'
import { daysText, written } from './opening-text'

/** When few people come (F9), what that rests on, and how sure it is. */
export async function QuietTimes({ quiet }: { quiet: QuietHours }) {
  const [t, words, locale] = await Promise.all([
    getTranslations('stores.quiet'),
    getTranslations('words'),
    getLocale(),
  ])
  return (
    <>
      <ul>
        {quiet.times.map((time) => (
          <li key={`${time.first} ${time.hours.from}`}>
            {daysText(time, locale, words)} {written(time.hours)}
          </li>
        ))}
      </ul>
      <p className="text-sm text-quiet">
        {t(quiet.sure ? 'sure' : 'unsure', { weeks: quiet.weeks, visits: quiet.visits })}
      </p>
    </>
  )
}
