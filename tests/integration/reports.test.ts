import { describe, expect, it } from 'vitest'
import { makeMove } from '@/lib/cancellation/record'
import { database } from '@/lib/db/client'
import { reportFilter } from '@/lib/reports/filter'
import { reportOf } from '@/lib/reports/queries'
import { completed, must, opened, reviewer, staff, submitted, tuesday } from '../factories/requests'

const filter = (more: Record<string, string> = {}) => reportFilter({ from: '2026-03-01', to: '2026-03-31', ...more }, '2026-11-24')
const demo = async () => [(await database().store.findUniqueOrThrow({ where: { code: 'demo' } })).id]
const inDays = (days: number) => new Date(tuesday.getTime() + days * 86_400_000)

describe('the report', () => {
  it('agrees with what was done', async () => {
    await completed()
    await completed({ carrier: 'china-telecom', region: 'CN-SH' })
    await opened()
    const rejected = await submitted()
    must(await makeMove(await reviewer(), rejected, 'reject', { reason: 'other', words: 'no', step: 'materials' }, inDays(6)))
    const asked = await submitted()
    must(await makeMove(await reviewer(), asked, 'ask', { items: [{ step: 'materials', words: 'again' }] }, tuesday))
    must(await makeMove(await staff(), { reference: asked.reference }, 'withdraw', { reason: 'other' }, tuesday))

    const { total, rows, reasons, rejectedAt, overrides } = await reportOf(await demo(), filter())
    expect(rows.map(({ group }) => group)).toEqual(['2026-03-10', '2026-03-16'])
    expect(total).toMatchObject({ opened: 5, completed: 2, rejected: 1, withdrawn: 1, medianDays: 0, p90Days: 0, decisionsKept: { kept: 2, of: 3 }, endsKept: { kept: 2, of: 2 }, firstTimeRight: { kept: 2, of: 2 }, overrides: 0 })
    expect(reasons).toEqual([{ code: 'no_longer_needed', count: 5 }])
    expect(rejectedAt).toEqual([{ code: 'materials', count: 1 }])
    expect(overrides).toEqual([])

    expect((await reportOf(await demo(), filter({ by: 'carrier' }))).rows.map(({ group, completed: done }) => [group, done])).toEqual([['china-mobile', 1], ['china-telecom', 1]])
    expect((await reportOf(await demo(), filter({ carrier: 'china-telecom' }))).total).toMatchObject({ opened: 1, completed: 1 })
    expect((await reportOf(await demo(), filter({ channel: 'online' }))).total.opened).toBe(0)
    expect((await reportOf(await demo(), filter({ store: 'far' }))).total.opened).toBe(0)
    expect((await reportOf([], filter())).total).toMatchObject({ opened: 0, medianDays: null })
  })

  it('names who approved what they had touched, with the reason, where a store allows it', async () => {
    await database().store.update({ where: { code: 'demo' }, data: { fourEyes: false } })
    const clerk = await staff()
    const both = { ...clerk, memberships: [...clerk.memberships, ...clerk.memberships.map((membership) => ({ ...membership, role: 'reviewer' as const }))] }
    const request = await submitted({}, inDays(1))
    expect(await makeMove(both, request, 'approve', {}, inDays(1))).toMatchObject({ refusal: { unmet: ['second_person'] } })
    expect(must(await makeMove(both, request, 'approve', { overrideReason: 'alone in the shop' }, inDays(1))).overridden).toBe(true)
    must(await makeMove(await reviewer(), { reference: request.reference }, 'recall', {}, inDays(2)))
    const { total, overrides } = await reportOf(await demo(), filter())
    expect(total.overrides).toBe(1)
    expect(overrides).toEqual([{ reference: request.reference, store: 'demo', at: inDays(1).toISOString(), by: clerk.name, reason: 'alone in the shop' }])
  })
})
