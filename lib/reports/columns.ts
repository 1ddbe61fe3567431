import type { Figures, Share } from './figures'

/**
 * The columns of the report, as its table and its CSV have them; shares are parts of one, or null
 * of none.
 */
export const reportColumns = [
  'opened',
  'completed',
  'rejected',
  'withdrawn',
  'lapsed',
  'displaced',
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

/** The value of a column; null where there is nothing to say. */
export function cellOf(figures: Figures, column: ReportColumn): number | null {
  const value = figures[column]
  return typeof value === 'object' && value !== null ? partOf(value) : value
}

const partOf = ({ kept, of }: Share) => (of === 0 ? null : kept / of)
