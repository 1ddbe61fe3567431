import { type Day, addDays, isDay } from '@/lib/domain/days'
import { type Channel, channels } from '@/lib/domain/coded-values'
import { type Grouping, groupings } from './figures'

export type ReportFilter = {
  from: Day
  to: Day
  store: string | null
  carrier: string | null
  channel: Channel | null
  by: Grouping
}

/** Three years plus a leap day. */
const longest = 1097
const usual = 29
/** Above this many days the report is grouped by month. */
const byDayAtMost = 100

type Asked = { [name: string]: string | string[] | undefined }
const textIn = (asked: Asked, name: string) =>
  typeof asked[name] === 'string' && asked[name] ? asked[name] : null

export type PeriodFaults = Partial<
  Record<'from' | 'to', 'date_malformed' | 'date_in_future' | 'range_reversed'>
>

/** What is wrong with the period that was asked for, by field; null where nothing is. */
export function periodFaults(asked: Asked, today: Day): PeriodFaults | null {
  const faultOf = (name: 'from' | 'to') => {
    const typed = textIn(asked, name)
    if (!typed) return {}
    if (!isDay(typed)) return { [name]: 'date_malformed' }
    return typed > today ? { [name]: 'date_in_future' } : {}
  }
  const faults: PeriodFaults = { ...faultOf('from'), ...faultOf('to') }
  if (Object.keys(faults).length) return faults
  const from = textIn(asked, 'from')
  return from && from > (textIn(asked, 'to') ?? today) ? { from: 'range_reversed' } : null
}

/**
 * The report's filter from the query string, with invalid values corrected: by default the last
 * thirty days by day; longer periods by month. `periodFaults` says what is refused instead.
 */
export function reportFilter(asked: Asked, today: Day): ReportFilter {
  const text = (name: string) => textIn(asked, name)
  const day = (name: string) => {
    const value = text(name)
    return value && isDay(value) && value <= today ? value : null
  }
  const to = day('to') ?? today
  const wanted = day('from') ?? addDays(to, -usual)
  const first = addDays(to, -longest)
  const from = wanted > to ? to : wanted < first ? first : wanted
  const by = groupings.find((grouping) => grouping === text('by')) ?? 'day'
  return {
    from,
    to,
    store: text('store'),
    carrier: text('carrier'),
    channel: channels.find((channel) => channel === text('channel')) ?? null,
    by: by === 'day' && addDays(from, byDayAtMost) <= to ? 'month' : by,
  }
}
