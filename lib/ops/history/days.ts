import { type Day, dayOf, startOf } from '@/lib/domain/days'
import { firstIdAt, momentOfId } from '@/lib/domain/identifiers/uuid-moments'

/** The smallest id of a request opened on this day in Asia/Shanghai. */
export const firstIdOn = (day: Day): string => firstIdAt(startOf(day))

/** The day in Asia/Shanghai of a partition bound. */
export const dayOfBound = (id: string): Day => dayOf(momentOfId(id))
