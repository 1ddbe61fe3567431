import { type Day, isDay } from '@/lib/domain/days'
import { beginningOf } from '@/lib/forms/storable-text'
import { type AuditedKind, isAuditedKind } from './kinds'

/** What is asked of the audit; days of Asia/Shanghai, both included. An empty text asks nothing. */
export type AuditFilter = {
  /** Part of a person's name or address, or the operator. */
  by: string
  /** Part of the name of the thing that was changed, or of its code. */
  q: string
  what: AuditedKind | null
  from: Day | null
  to: Day | null
}

type Asked = { [name: string]: string | string[] | undefined }

/**
 * The filter from a query string, and its faults by field. A range whose end comes before its
 * beginning is refused (`ends_before_it_begins`), and so is what is no day (`date_malformed`):
 * neither is read as something else.
 */
export function auditFilter(asked: Asked): {
  filter: AuditFilter
  typed: { from: string; to: string }
  errors: { from?: string; to?: string }
} {
  const text = (name: string) => {
    const value = asked[name]
    return typeof value === 'string' ? beginningOf(value.trim(), 100) : ''
  }
  const typed = { from: text('from'), to: text('to') }
  const from = isDay(typed.from) ? typed.from : null
  const to = isDay(typed.to) ? typed.to : null
  const malformed = (name: 'from' | 'to', day: Day | null) =>
    typed[name] && !day ? { [name]: 'date_malformed' } : {}
  const what = text('what')
  return {
    filter: {
      by: text('by'),
      q: text('q'),
      what: isAuditedKind(what) ? what : null,
      from,
      to,
    },
    typed,
    errors: {
      ...malformed('from', from),
      ...malformed('to', to),
      ...(from && to && to < from && { to: 'ends_before_it_begins' }),
    },
  }
}

/** What the filter asks for, as a query string's parameters. */
export const askedBy = (filter: AuditFilter): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )

/** Entries in one file; the newest ones, where there are more. */
export const mostExported = 10_000
