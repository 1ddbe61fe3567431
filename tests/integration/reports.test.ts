import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { v7 as uuidv7 } from 'uuid'
import { makeMove, noteDuty, noteStep } from '@/lib/writer'
import { database } from '@/lib/db/client'
import { reportFilter } from '@/lib/reports/filter'
import { reportOf } from '@/lib/reports/queries'
import { createStore } from '@/lib/stores/commands'
import { countAlternative, gatherCounts } from '@/lib/reports/commands'
import { completed, must, opened, reviewer, staff, submitted, tuesday } from '../factories/requests'
import { slowReport } from './slow-report'

const filter = (more: Record<string, string> = {}) =>
  reportFilter({ from: '2026-03-01', to: '2026-03-31', ...more }, '2026-11-24')
const today = '2026-03-10'
const demo = async () => [await database().store.findUniqueOrThrow({ where: { code: 'demo' } })]
const inDays = (days: number) => new Date(tuesday.getTime() + days * 86_400_000)

describe('the report', () => {
  it('agrees with the events', async () => {
    await completed()
    await completed({ carrier: 'china-telecom', region: 'CN-SH' })
    await opened()
    const rejected = await submitted()
    must(
      await makeMove({
        actor: await reviewer(),
        seen: rejected,
        move: 'reject',
        input: { reason: 'other', words: 'no', step: 'materials' },
        now: inDays(6),
      }),
    )
    const asked = await submitted()
    must(
      await makeMove({
        actor: await reviewer(),
        seen: asked,
        move: 'ask',
        input: { items: [{ step: 'materials', words: 'again' }] },
        now: tuesday,
      }),
    )
    must(
      await makeMove({
        actor: await staff(),
        seen: { reference: asked.reference },
        move: 'withdraw',
        input: { reason: 'other' },
        now: tuesday,
      }),
    )

    const { total, rows, reasons, rejectedAt, overrides } = await reportOf(
      await demo(),
      filter(),
      today,
    )
    expect(rows.map(({ group }) => group)).toEqual(['2026-03-10', '2026-03-16'])
    expect(total).toMatchObject({
      opened: 5,
      completed: 2,
      rejected: 1,
      withdrawn: 1,
      medianDays: 0,
      p90Days: 0,
      decisionsKept: { kept: 2, of: 3 },
      endsKept: { kept: 2, of: 2 },
      firstTimeRight: { kept: 2, of: 2 },
      overrides: 0,
    })
    expect(reasons).toEqual([{ code: 'no_longer_needed', count: 5 }])
    expect(rejectedAt).toEqual([{ code: 'materials', count: 1 }])
    expect(overrides).toEqual([])

    expect(
      (await reportOf(await demo(), filter({ by: 'carrier' }), today)).rows.map(
        ({ group, completed: done }) => [group, done],
      ),
    ).toEqual([
      ['china-mobile', 1],
      ['china-telecom', 1],
    ])
    expect(
      (await reportOf(await demo(), filter({ carrier: 'china-telecom' }), today)).total,
    ).toMatchObject({ opened: 1, completed: 1 })
    expect((await reportOf(await demo(), filter({ channel: 'online' }), today)).total.opened).toBe(
      0,
    )
    expect((await reportOf(await demo(), filter({ store: 'far' }), today)).total.opened).toBe(0)
    expect((await reportOf([], filter(), today)).total).toMatchObject({
      opened: 0,
      medianDays: null,
    })
  })

  it('lists approvals by people who had worked on the request, with the reason', async () => {
    await database().store.update({ where: { code: 'demo' }, data: { fourEyes: false } })
    const clerk = await staff()
    const both = {
      ...clerk,
      memberships: [
        ...clerk.memberships,
        ...clerk.memberships.map((membership) => ({ ...membership, role: 'reviewer' as const })),
      ],
    }
    const request = await submitted({}, inDays(1))
    expect(
      await makeMove({ actor: both, seen: request, move: 'approve', input: {}, now: inDays(1) }),
    ).toMatchObject({
      refusal: { unmet: ['second_person'] },
    })
    expect(
      must(
        await makeMove({
          actor: both,
          seen: request,
          move: 'approve',
          input: { overrideReason: 'alone in the shop' },
          now: inDays(1),
        }),
      ).overridden,
    ).toBe(true)
    must(
      await makeMove({
        actor: await reviewer(),
        seen: { reference: request.reference },
        move: 'recall',
        input: {},
        now: inDays(2),
      }),
    )
    const { total, overrides } = await reportOf(await demo(), filter(), today)
    expect(total.overrides).toBe(1)
    expect(overrides).toEqual([
      {
        reference: request.reference,
        store: 'demo',
        at: inDays(1).toISOString(),
        by: clerk.name,
        reason: 'alone in the shop',
      },
    ])
  })

  it('equals a count of all requests, before and after aggregation', async () => {
    const rated = await completed()
    must(
      await noteDuty({
        actor: { kind: 'customer', requestId: rated.id },
        reference: rated.reference,
        duty: 'rate',
        input: { rating: 'smooth' },
        now: inDays(3),
      }),
    )
    const made = await createStore({
      code: 'far',
      nameZh: '远',
      nameEn: 'Far',
      addressZh: '远',
      addressEn: 'Far',
      phone: '1',
      region: 'CN-BJ',
    })
    if (!made.ok) throw new Error('no store')
    const farClerk = {
      ...(await staff()),
      id: uuidv7(),
      memberships: [{ role: 'staff' as const, storeId: made.value.id, storeCode: 'far' }],
    }
    const late = await completed({}, inDays(1))
    const moved = await opened()
    must(
      await noteStep({
        actor: await staff(),
        seen: moved,
        step: 'identity_check',
        input: {
          matchedBy: 'carrier_record',
          applicantChecked: true,
          numberMatched: true,
          readBack: true,
        },
        now: tuesday,
      }),
    )
    must(
      await makeMove({
        actor: farClerk,
        seen: { reference: moved.reference },
        move: 'transfer',
        input: { identityMatched: true },
        now: inDays(1),
        receiving: { id: made.value.id, code: 'far' },
      }),
    )
    for (const days of [-50, -37, 21, 31]) await completed({}, inDays(days))
    const stores = await database().store.findMany()
    // Days of one month, a month, months with days beside them, and months alone: what is gathered
    // tells only whole ones.
    const asks: Record<string, string>[] = [
      {},
      { carrier: 'china-mobile' },
      { channel: 'online' },
      { store: 'far' },
      { from: '2026-03-11' },
      { from: '2026-01-15', to: '2026-04-10' },
      { from: '2026-01-01', to: '2026-04-30', carrier: 'china-mobile' },
    ]
    const agrees = async () => {
      for (const by of ['day', 'month', 'store', 'carrier', 'channel'])
        for (const more of asks) {
          const asked = filter({ by, ...more })
          expect(
            (await reportOf(stores, asked, today)).rows,
            JSON.stringify({ by, ...more }),
          ).toEqual(await slowReport(asked))
        }
    }
    await agrees()
    const rows = () => database().reportCount.count()
    const before = await rows()
    expect(await gatherCounts('2026-04-30')).toBeGreaterThan(0)
    expect(await rows()).toBeLessThan(before)
    expect(
      (
        await database().reportCount.groupBy({
          by: ['gathered'],
          where: { day: { gte: new Date('2026-04-01') } },
        })
      ).map(({ gathered }) => gathered),
    ).toEqual([false])
    expect(await database().reportCount.count({ where: { count: { lt: 1 } } })).toBe(0)
    await agrees()

    // A month that was gathered changes afterwards.
    must(
      await noteDuty({
        actor: { kind: 'customer', requestId: late.id },
        reference: late.reference,
        duty: 'rate',
        input: { rating: 'smooth' },
        now: inDays(33),
      }),
    )
    await agrees()
    expect(await gatherCounts('2026-11-24')).toBeGreaterThan(0)
    expect(await database().reportCount.count({ where: { gathered: false } })).toBe(0)
    await agrees()
    expect(await gatherCounts('2026-11-24')).toBe(0)

    // What an installation had before it kept these counts, and their months, is counted by the
    // migrations.
    await Promise.all([database().reportCount.deleteMany(), database().reportMonth.deleteMany()])
    for (const name of ['0013_report_counts', '0014_report_months']) {
      const migration = readFileSync(`prisma/migrations/${name}/migration.sql`, 'utf8')
      for (const statement of migration.split(/;\n/).filter((text) => /^INSERT/m.test(text)))
        await database().$executeRawUnsafe(statement)
    }
    await agrees()
  })
})

describe('the promises kept', () => {
  it('counts an open request past its promised day as a promise not kept, until it is decided', async () => {
    const late = await submitted()
    const due = await database().request.findUniqueOrThrow({
      where: { reference: late.reference },
      select: { due: true, storeId: true },
    })
    const promised = due.due?.toISOString().slice(0, 10) ?? ''
    const on = async (day: string) =>
      (await reportOf(await demo(), filter({ by: 'carrier' }), day)).rows.find(
        ({ group }) => group === 'china-mobile',
      )
    const inTime = await on(promised)
    const after = await on('2026-03-31')
    expect(inTime).toMatchObject({ overdue: 0 })
    expect(after).toMatchObject({
      overdue: 1,
      decisionsKept: {
        kept: inTime?.decisionsKept.kept,
        of: (inTime?.decisionsKept.of ?? 0) + 1,
      },
      endsKept: inTime?.endsKept,
    })
  })
})

describe('what customers did instead', () => {
  it('is counted, before and after it is gathered', async () => {
    const [store] = await demo()
    const chosen = {
      day: '2026-05-12',
      storeId: store?.id ?? '',
      carrier: 'china-mobile',
      channel: 'in_store',
    } as const
    await countAlternative({ ...chosen, alternative: 'suspend' })
    await countAlternative({ ...chosen, alternative: 'suspend' })
    await countAlternative({ ...chosen, alternative: 'port_out' })
    const read = () =>
      reportOf(
        [store as { id: string; code: string }],
        filter({ from: '2026-05-01', to: '2026-05-31' }),
        today,
      )
    const before = await read()
    expect(before.total).toMatchObject({ instead: 3, opened: 0, smooth: { kept: 0, of: 0 } })
    expect(before.instead).toEqual([
      { code: 'suspend', count: 2 },
      { code: 'port_out', count: 1 },
    ])
    await gatherCounts('2026-06-01')
    expect(await read()).toEqual(before)
  })
})
