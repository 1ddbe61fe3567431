import { describe, expect, it } from 'vitest'
import { readYear } from '@/lib/calendar/import'
import { markPublished, replaceYear, setDay } from '@/lib/calendar/commands'
import { calendarYears, workingCalendar } from '@/lib/calendar/queries'
import { calendarWith } from '@/lib/calendar/working-days'
import { movedPromises } from '@/lib/cancellation/queries/moved-promises'
import { historyOf } from '@/lib/cancellation/queries/history'
import { listRequests } from '@/lib/cancellation/queries/list'
import { flagOverdue, noteStep } from '@/lib/writer'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { database } from '@/lib/db/client'
import { recalculateAllPromises } from '@/lib/ops/jobs/recalculate-promises'
import { watchDays } from '@/lib/ops/jobs/watch-days'
import { must, opened, staff, submitted } from '../factories/requests'

const at = (text: string) => new Date(`${text}:00+08:00`)
const recordOf = async (reference: string) =>
  (await database().request.findUniqueOrThrow({ where: { reference } }))
    .record as unknown as RequestRecord
const typesOf = async ({ id }: RequestRecord) => (await historyOf(id)).map(({ type }) => type)
const stores = async () => [
  (await database().store.findUniqueOrThrow({ where: { code: 'demo' } })).id,
]

describe('a promise across the National Day week', () => {
  it('counts the make-up Saturday, is overdue the day after, and is flagged once', async () => {
    const request = await submitted({}, at('2026-09-30T10:00'))
    expect(request.promises.decision).toMatchObject({ date: '2026-10-10', estimated: false })
    await watchDays(at('2026-10-10T23:00'))
    expect((await recordOf(request.reference)).flagged.overdue).toBeNull()
    await watchDays(at('2026-10-11T00:05'))
    await watchDays(at('2026-10-12T00:05'))
    // Two runs that found it at the same moment: the writer lets one through.
    expect(await flagOverdue(request.reference, at('2026-10-12T00:05'))).toMatchObject({
      refusal: { code: 'nothing_owed' },
    })
    const record = await recordOf(request.reference)
    expect(record.flagged.overdue).toBe('2026-10-10')
    expect((await typesOf(record)).filter((type) => type === 'flag_overdue')).toHaveLength(1)
    expect(
      (
        await listRequests({
          stores: await stores(),
          view: { name: 'overdue', today: '2026-10-11' },
        })
      ).items.map((item) => item.record.reference),
    ).toContain(request.reference)
    expect(
      (
        await listRequests({
          stores: await stores(),
          view: { name: 'overdue', today: '2026-10-10' },
        })
      ).items.map((item) => item.record.reference),
    ).not.toContain(request.reference)
  })
})

describe('an obligation that clears by itself', () => {
  it('is announced on its day, once, without counting as activity', async () => {
    const now = at('2026-03-10T10:00')
    const { reference } = await opened({}, now)
    must(
      await noteStep({
        actor: await staff(),
        seen: { reference },
        step: 'obligations',
        input: { items: { contract: { state: 'waiting', clearsOn: '2026-05-20' } } },
        now,
      }),
    )
    const dayCome = async (today: string) =>
      (await listRequests({ stores: await stores(), view: { name: 'day_come', today } })).items.map(
        (item) => item.record.reference,
      )
    await watchDays(at('2026-05-19T10:00'))
    expect((await recordOf(reference)).flagged.dayCome).toBeNull()
    expect(await dayCome('2026-05-19')).not.toContain(reference)
    await watchDays(at('2026-05-20T00:05'))
    await watchDays(at('2026-05-20T01:05'))
    const record = await recordOf(reference)
    expect(record).toMatchObject({
      flagged: { dayCome: '2026-05-20' },
      touchedAt: now.toISOString(),
    })
    expect((await typesOf(record)).filter((type) => type === 'tell_day_come')).toHaveLength(1)
    expect(await dayCome('2026-05-20')).toContain(reference)
  })
})

describe('a year that is published', () => {
  const csv =
    'date,day,name_zh,name_en\n2027-01-01,off,元旦,New Year\n2027-01-04,off,调休,Bridge day\n' +
    '2027-01-09,work,调休,Make-up day\n'

  it('moves promises with the reason in the history; broken text changes nothing', async () => {
    const now = at('2026-12-30T10:00')
    const admin = (
      await database().account.findUniqueOrThrow({ where: { email: 'admin@example.test' } })
    ).id
    const request = await submitted({}, now)
    expect(request.promises.decision).toMatchObject({ date: '2027-01-04', estimated: true })
    expect(readYear(csv.replace('2027-01-04', '2027-01-99'), 2027).days).toEqual([])

    const { days } = readYear(csv, 2027)
    const imported = at('2026-12-30T11:00')
    // A look first: what the import would move, and what marking the year published would make
    // certain. It changes nothing.
    const calendar = await workingCalendar(imported)
    const certain = await movedPromises(calendarWith(calendar, 2027, { days, published: true }))
    expect(certain).toEqual({
      count: 1,
      first: [
        {
          reference: request.reference,
          of: 'decision',
          before: request.promises.decision?.date,
          after: '2027-01-06',
          estimated: false,
        },
      ],
    })
    expect((await movedPromises(calendarWith(calendar, 2027, { days }))).first[0]).toMatchObject({
      after: '2027-01-06',
      estimated: true,
    })
    expect(await movedPromises(calendar)).toEqual({ count: 0, first: [] })
    expect((await recordOf(request.reference)).promises).toEqual(request.promises)
    expect(await replaceYear(admin, 2027, days, null, imported)).toEqual({
      ok: true,
      value: { year: 2027 },
    })
    expect(await replaceYear(admin, 2027, days, null, imported)).toMatchObject({
      refusal: { code: 'setting_changed' },
    })
    expect(
      await markPublished(admin, 2027, true, imported.toISOString(), at('2026-12-30T12:00')),
    ).toMatchObject({ ok: true })
    expect((await calendarYears()).find(({ year }) => year === 2027)).toMatchObject({
      published: true,
      pending: true,
      off: 2,
      work: 1,
    })

    await recalculateAllPromises(at('2026-12-30T13:00'))
    const record = await recordOf(request.reference)
    expect(record.promises).toMatchObject({
      decision: { date: '2027-01-06', estimated: false, reason: 'calendar_changed' },
      end: { date: '2027-01-07', estimated: false },
    })
    expect(record.updatedAt).toBe(at('2026-12-30T13:00').toISOString())
    expect((await typesOf(record)).at(-1)).toBe('reckon_anew')
    expect((await calendarYears()).find(({ year }) => year === 2027)?.pending).toBe(false)

    // Nothing changed since: the next run writes nothing.
    await recalculateAllPromises(at('2026-12-30T14:00'))
    expect((await recordOf(request.reference)).version).toBe(record.version)

    await setDay(
      admin,
      2027,
      { date: '2027-01-05', working: false, nameZh: '加', nameEn: 'More' },
      at('2026-12-30T12:00').toISOString(),
      at('2026-12-30T15:00'),
    )
    await recalculateAllPromises(at('2026-12-30T16:00'))
    expect((await recordOf(request.reference)).promises.decision?.date).toBe('2027-01-07')
  })
})
