import { dayOf } from '@/lib/domain/days'
import type { WorkingCalendar } from '@/lib/calendar/working-days'
import { done, refused } from '@/lib/result'
import { leftToDo } from '../rules/aftercare'
import { comesByItself } from '../rules/obligations'
import { promiseDue } from '../rules/promise-due'
import type { RequestRecord } from '../rules/request-record'
import { recalculatedPromises } from '../rules/promises'
import type { EventBody } from '../rules/events'
import { type Written, append, withLockedRequest } from './writer/append'

// Events of the desk's own jobs. None of them counts as activity on the request.

const system = { kind: 'system' } as const

type OwnNote = EventBody<
  'remind' | 'flag_overdue' | 'flag_stalled' | 'tell_day_come' | 'reckon_anew'
>

const note = (
  reference: string,
  now: Date,
  said: (record: RequestRecord) => OwnNote | null,
): Promise<Written> =>
  withLockedRequest(system, reference, undefined, async (tx, locked) => {
    if (locked.record.endedAt) return refused({ code: 'ended' })
    const event = said(locked.record)
    if (!event) return refused({ code: 'nothing_owed' })
    return done(
      await append(tx, locked, { ...event, at: now, actor: { kind: 'system', id: null } }),
    )
  })

/** Records that the customer was reminded before the request lapses. */
export const noteReminder = (reference: string, now: Date) =>
  note(reference, now, () => ({ type: 'remind', facts: {} }))

/** Records, once, that the customer was reminded of what is left to do (F29 to F32). */
export const noteAftercareReminder = (reference: string, now: Date): Promise<Written> =>
  withLockedRequest(system, reference, undefined, async (tx, locked) => {
    if (!leftToDo(locked.record)) return refused({ code: 'nothing_owed' })
    return done(
      await append(tx, locked, {
        type: 'remind_aftercare',
        at: now,
        actor: { kind: 'system', id: null },
        facts: {},
      }),
    )
  })

/** Flags a missed promise, once per promised day (D2). */
export const flagOverdue = (reference: string, now: Date) =>
  note(reference, now, (record) => {
    const due = promiseDue(record)?.date
    const passed = due && due < dayOf(now) && record.flagged.overdue !== due
    return passed ? { type: 'flag_overdue', facts: { day: due } } : null
  })

/**
 * Records, once, that the last obligation clears by itself today or earlier (P1). Where somebody
 * has to do something still, the customer is not told to come (P27).
 */
export const tellDayCome = (reference: string, now: Date) =>
  note(reference, now, (record) => {
    const { state, waitsUntil, flagged } = record
    const come = state === 'open' && waitsUntil && waitsUntil <= dayOf(now) && comesByItself(record)
    const day = come && flagged.dayCome !== waitsUntil ? waitsUntil : null
    return day ? { type: 'tell_day_come', facts: { day } } : null
  })

/** Flags a request that is with the carrier and had no activity, for the reviewers' queue. */
export const flagStalled = (reference: string, now: Date) =>
  note(reference, now, ({ flagged }) =>
    flagged.stalled ? null : { type: 'flag_stalled', facts: { day: dayOf(now) } },
  )

/** Recalculates the promises after a change of the calendar; the event records the reason (D2). */
export const recalculatePromises = (reference: string, calendar: WorkingCalendar, now: Date) =>
  note(reference, now, (record) => {
    const promises = recalculatedPromises(record, calendar)
    return promises && { type: 'reckon_anew', facts: { promises } }
  })
