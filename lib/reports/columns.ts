import type { Figures, Share } from './figures'

/** The report's columns, for table and CSV; shares are between 0 and 1, or null without a base. */
export const reportColumns = [
  'opened',
  'completed',
  'rejected',
  'withdrawn',
  'lapsed',
  'displaced',
  'instead',
  'overdue',
  'medianDays',
  'p90Days',
  'decisionsKept',
  'endsKept',
  'firstTimeRight',
  'smooth',
  'overrides',
] as const
export type ReportColumn = (typeof reportColumns)[number]
export const shareColumns: readonly ReportColumn[] = [
  'decisionsKept',
  'endsKept',
  'firstTimeRight',
  'smooth',
]

/** The value of a column; null when there is none. */
export function cellOf(figures: Figures, column: ReportColumn): number | null {
  const value = figures[column]
  return typeof value === 'object' && value !== null ? partOf(value) : value
}

const partOf = ({ kept, of }: Share) => (of === 0 ? null : kept / of)
