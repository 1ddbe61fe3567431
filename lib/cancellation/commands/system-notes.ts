import { dayOf } from '@/lib/domain/days'
import type { WorkingCalendar } from '@/lib/calendar/working-days'
import { done, refused } from '@/lib/result'
import { leftToDo } from '../rules/aftercare'
import { promiseDue } from '../rules/promise-due'
import type { RequestRecord } from '../rules/request-record'
import { recalculatedPromises } from '../rules/promises'
import type { EventBody } from '../rules/events'
import { type Written, append, withLockedRequest } from './writer/append'

// What the desk notes by itself. None of it counts as somebody's touching the request.

const system = { kind: 'system' } as const

type OwnNote = EventBody<
  'remind' | 'flag_overdue' | 'flag_stalled' | 'tell_day_come' | 'reckon_anew'
>

const note = (
  reference: string,
  now: Date,
  said: (record: RequestRecord) => OwnNote | null,
): Promise<Written> =>
  withLockedRequest(system, reference, undefined, async (tx, held) => {
    if (held.record.endedAt) return refused({ code: 'ended' })
    const event = said(held.record)
    if (!event) return refused({ code: 'nothing_owed' })
    return done(await append(tx, held, { ...event, at: now, actor: { kind: 'system', id: null } }))
  })

/** Notes that the customer was reminded before the request lapses. */
export const noteReminder = (reference: string, now: Date) =>
  note(reference, now, () => ({ type: 'remind', facts: {} }))

/**
 * Notes that the customer of a completed request was reminded of what is left to do (F29 to F32),
 * once.
 */
export const noteAftercareReminder = (reference: string, now: Date): Promise<Written> =>
  withLockedRequest(system, reference, undefined, async (tx, held) => {
    if (!leftToDo(held.record)) return refused({ code: 'nothing_owed' })
    return done(
      await append(tx, held, {
        type: 'remind_aftercare',
        at: now,
        actor: { kind: 'system', id: null },
        facts: {},
      }),
    )
  })

/** Flags that the promised day has passed, once for each promise (D2). */
export const flagOverdue = (reference: string, now: Date) =>
  note(reference, now, (record) => {
    const due = promiseDue(record)?.date
    const passed = due && due < dayOf(now) && record.flagged.overdue !== due
    return passed ? { type: 'flag_overdue', facts: { day: due } } : null
  })

/** Tells that the last day has come on which an obligation clears by itself, once a day (P1). */
export const tellDayCome = (reference: string, now: Date) =>
  note(reference, now, ({ state, waitsUntil, flagged }) => {
    const come = state === 'open' && waitsUntil && waitsUntil <= dayOf(now)
    const day = come && flagged.dayCome !== waitsUntil ? waitsUntil : null
    return day ? { type: 'tell_day_come', facts: { day } } : null
  })

/** Puts an untouched request that the carrier has into the reviewers' queue. */
export const flagStalled = (reference: string, now: Date) =>
  note(reference, now, ({ flagged }) =>
    flagged.stalled ? null : { type: 'flag_stalled', facts: { day: dayOf(now) } },
  )

/** Calculates the promises anew by a calendar that has changed (D2): the event says why. */
export const recalculatePromises = (reference: string, calendar: WorkingCalendar, now: Date) =>
  note(reference, now, (record) => {
    const promises = recalculatedPromises(record, calendar)
    return promises && { type: 'reckon_anew', facts: { promises } }
  })
