import { z } from 'zod'
import { calendarBetween } from '@/lib/calendar/queries'
import { addWorkingDays } from '@/lib/calendar/working-days'
import { yearOf } from '@/lib/domain/days'
import { defineOperation } from '../../define-operation'
import { whole } from '../../schemas/query'
import { day } from '../../schemas/values'

// Years in which a subscription may be closed; the calendar's own reckoning ends at 9999.
const isInSupportedYears = (day: string) => day >= '1900-01-01' && day < '2200-01-01'

/**
 * The day so many working days after another (D3); an estimate where a year is not published (D2).
 */
export const readWorkingDay = defineOperation({
  id: 'readWorkingDay',
  method: 'get',
  path: '/working-days',
  permission: 'request.read',
  query: z.strictObject({
    from: z.iso.date('date_malformed').refine(isInSupportedYears, 'date_malformed'),
    days: whole(0, 366),
  }),
  answers: {
    200: {
      description: 'The day',
      schema: z.strictObject({ date: day, estimated: z.boolean() }),
    },
  },
  problems: ['invalid'],
  handler: async ({ query: { from, days } }) => ({
    status: 200,
    value: addWorkingDays(from, days, await calendarBetween(yearOf(from), yearOf(from) + 3)),
  }),
})
