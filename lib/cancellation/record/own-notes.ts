import { dayOf } from '@/lib/calendar/dates'
import type { WorkingCalendar } from '@/lib/calendar/working-days'
import { done, refused } from '@/lib/result'
import { leftToDo } from '../aftercare'
import { promiseDue } from '../due'
import type { RequestRecord } from '../facts'
import { reckonedAnew } from '../promises'
import type { EventFacts } from '../event-facts'
import { type Written, append, withHeld } from './write'

// What the desk notes by itself. None of it counts as somebody's touching the request.

const system = { kind: 'system' } as const

const note = (reference: string, type: string, now: Date, facts: (record: RequestRecord) => EventFacts | null): Promise<Written> =>
  withHeld(system, reference, undefined, async (tx, held) => {
    if (held.record.endedAt) return refused({ code: 'ended' })
    const said = facts(held.record)
    if (!said) return refused({ code: 'nothing_owed' })
    return done(await append(tx, held, { type, at: now, actor: { kind: 'system', id: null }, facts: said }))
  })

/** Notes that the customer was reminded before the request lapses. */
export const noteReminder = (reference: string, now: Date) => note(reference, 'remind', now, () => ({}))

/** Notes that the customer of a completed request was reminded of what is left to do (F29 to F32), once. */
export const noteAftercareReminder = (reference: string, now: Date): Promise<Written> =>
  withHeld(system, reference, undefined, async (tx, held) => {
    if (!leftToDo(held.record)) return refused({ code: 'nothing_owed' })
    return done(await append(tx, held, { type: 'remind_aftercare', at: now, actor: { kind: 'system', id: null }, facts: {} }))
  })

/** Flags that the promised day has passed, once for each promise (D2). */
export const flagOverdue = (reference: string, now: Date) =>
  note(reference, 'flag_overdue', now, (record) => {
    const due = promiseDue(record)?.date
    return due && due < dayOf(now) && record.flagged.overdue !== due ? { day: due } : null
  })

/** Tells that the last day has come on which an obligation clears by itself, once for each such day (P1). */
export const tellDayCome = (reference: string, now: Date) =>
  note(reference, 'tell_day_come', now, ({ state, waitsUntil, flagged }) =>
    state === 'open' && waitsUntil && waitsUntil <= dayOf(now) && flagged.dayCome !== waitsUntil ? { day: waitsUntil } : null,
  )

/** Puts an untouched request that the carrier has into the reviewers' queue, where another would lapse. */
export const flagStalled = (reference: string, now: Date) =>
  note(reference, 'flag_stalled', now, ({ flagged }) => (flagged.stalled ? null : { day: dayOf(now) }))

/** Reckons the promises anew by a calendar that has changed (D2): the event says why. */
export const reckonAnew = (reference: string, calendar: WorkingCalendar, now: Date) =>
  note(reference, 'reckon_anew', now, (record) => {
    const promises = reckonedAnew(record, calendar)
    return promises && { promises }
  })
