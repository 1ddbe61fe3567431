// A store whose quiet time is known: open on working days, with two visits in each hour but one.
import type { StoreHours } from '@/lib/stores/hours'

const usual = { from: '09:00', to: '18:00' }

/** From nine to six on working days. */
export const workingHours: StoreHours = {
  week: { mon: usual, tue: usual, wed: usual, thu: usual, fri: usual, sat: null, sun: null },
  exceptions: [],
}

/** Rows of visit_count for these days (UTC midnight): none from 14 to 15. */
export const visitsButAfterTwo = (storeId: string, days: readonly Date[]) =>
  days.flatMap((day) =>
    [9, 10, 11, 12, 13, 15, 16, 17].map((hour) => ({ storeId, day, hour, visits: 2 })),
  )
