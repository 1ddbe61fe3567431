import type { Day } from '@/lib/domain/days'
import { viewNames } from '../rules/bulk'
import type { WorkView } from './listed-ids'

/** Who views which stores, and on which day. */
export type Viewing = {
  account: string
  stores: readonly string[]
  today: Day
  /** Whether what waits for review is this person's work, in whosever hands it is. */
  reviews: boolean
}

/** A view of the work list by its name. */
export function viewNamed(
  name: (typeof viewNames)[number],
  { account, today, reviews }: Viewing,
): WorkView {
  if (name === 'work') return { name, account, reviews }
  if (name === 'mine') return { name, account }
  return name === 'overdue' || name === 'due_soon' || name === 'day_come'
    ? { name, today }
    : { name }
}

/** All views of the work list, in display order. */
export const allViews = (viewing: Viewing): WorkView[] =>
  viewNames.map((name) => viewNamed(name, viewing))
