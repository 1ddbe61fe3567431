import type { getFormatter } from 'next-intl/server'
import type { Day } from '@/lib/domain/days'

/**
 * Formats a day in the reader's language. It is a day in Asia/Shanghai already, so its noon there
 * is formatted.
 */
export const dayText = (
  format: Pick<Awaited<ReturnType<typeof getFormatter>>, 'dateTime'>,
  day: Day,
  as: 'day' | 'printed' = 'day',
) => format.dateTime(new Date(`${day}T12:00:00+08:00`), as)
