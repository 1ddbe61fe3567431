import chineseDays from 'chinese-days'
import { addDays, isWeekend } from '@/lib/domain/days'

// `chinese-days` 1.5.7 covers these years; for any other it answers as if there were no holidays
// (D1).
const firstYear = 2024
const lastYear = 2026

/** The published calendar's years and their exceptions to the Monday-to-Friday rule. */
export function publishedCalendar(now: Date) {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => ({
    year: firstYear + index,
    published: true,
    changedAt: now,
    reckonedAt: now,
  }))
  const days = years.flatMap(({ year }) => exceptionsIn(year))
  return { years, days }
}

function exceptionsIn(year: number) {
  const found = []
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
    const { work, name } = chineseDays.getDayDetail(day)
    if (work === !isWeekend(day)) continue
    const [nameEn = '', nameZh = ''] = name.split(',')
    found.push({ date: new Date(`${day}T00:00:00Z`), year, working: work, nameZh, nameEn })
  }
  return found
}
