// What is owed, held up and refunded (P20, P27, P28): noted, sealed, and told to the customer.
import { describe, expect, it, vi } from 'vitest'
import { receiptFacts } from '@/components/requests/receipt-facts'
import { eventsAfter } from '@/lib/cancellation/queries/events-after'
import { historyOf } from '@/lib/cancellation/queries/history'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { rebuiltRequest } from '@/lib/cancellation/queries/rebuilt'
import { statusOf } from '@/lib/cancellation/queries/status'
import { blocksOn } from '@/lib/cancellation/rules/obligations'
import { headOf } from '@/lib/api/request-answer'
import { database } from '@/lib/db/client'
import { visibleStores } from '@/lib/domain/permissions'
import { outbox } from '@/lib/notices/outbox/queries'
import { watchDays } from '@/lib/ops/jobs/watch-days'
import { walkPhase } from '@/lib/ops/seed/demo-walk'
import { makeMove, noteDuty, noteReminder, noteStep } from '@/lib/writer'
import { completed, must, opened, reviewer, staff, submitted, tuesday } from '../factories/requests'

vi.mock('next-intl/server', () => import('./printed-words'))
vi.mock('@/lib/env', async (actual) => {
  const env = await actual<typeof import('@/lib/env')>()
  return { ...env, servingEnv: () => ({ ...env.servingEnv(), BASE_URL: 'https://desk.example' }) }
})

const inDays = (days: number) => new Date(tuesday.getTime() + days * 86_400_000)
const note = async (
  reference: string,
  step: string,
  input: Record<string, unknown>,
  now = tuesday,
) => noteStep({ actor: await staff(), seen: { reference }, step, input, now })
const seen = async (reference: string, now = tuesday) => {
  const one = await oneRequest(await staff(), reference, now)
  if (!one) throw new Error('not found')
  return one
}
const submit = async (reference: string, now = tuesday) =>
  makeMove({ actor: await staff(), seen: { reference }, move: 'submit', input: {}, now })
const none = async () => {
  const listed = await database().obligation.findMany({ where: { carrier: 'china-mobile' } })
  return Object.fromEntries(listed.map(({ code }) => [code, { state: 'not_applicable' }]))
}
const receiptOf = async (reference: string) => {
  const one = await seen(reference)
  if (!one.record.receipt) throw new Error('no receipt')
  const { facts } = await receiptFacts(one, one.record.receipt)
  return Object.fromEntries(facts.map(({ label, value }) => [label.split(' ')[0], value]))
}

const account = '6222020200112233446'
const bank = { owner: '柳测试', bank: '招商银行', account }

describe('a refund that goes somewhere (P20)', () => {
  it('is submitted only once it is said where to', async () => {
    const record = await opened()
    const { reference } = record
    must(await walkPhase(await staff(), record, 'before_review', tuesday, ['balance']))
    const balance = { amount: '12.80', route: 'bank_transfer' }
    must(await note(reference, 'balance', balance))
    expect(await submit(reference)).toMatchObject({
      refusal: { code: 'unmet', unmet: ['balance_noted'] },
    })
    must(await note(reference, 'balance', { ...balance, destination: bank }))
    must(await submit(reference))
  })

  it('keeps the account that a correction leaves empty, and none of another route', async () => {
    const { reference } = await opened()
    const balance = { amount: '12.80', route: 'bank_transfer' }
    must(await note(reference, 'balance', { ...balance, destination: bank }))
    const again = {
      ...balance,
      amount: '13.00',
      destination: { owner: '柳测试', bank: '工商银行' },
    }
    must(await note(reference, 'balance', again))
    const { personal, identifiers, record } = await seen(reference)
    expect(identifiers?.notes?.balance).toEqual({ account })
    expect(personal?.notes?.balance?.destination).toMatchObject({
      bank: '工商银行',
      masked: '****3446',
    })
    expect(record.refund).toMatchObject({ amountFen: 1300, state: 'pending' })
    must(await note(reference, 'balance', { amount: '13.00', route: 'cash' }))
    expect((await seen(reference)).identifiers?.notes).toBeUndefined()
    const rebuilt = await rebuiltRequest(record.id)
    expect(rebuilt.identifiers?.notes).toBeUndefined()
  })

  it('goes by a route that the carrier offers, and never to the number that ends', async () => {
    const online = { channel: 'online', region: 'CN-GD', phoneNumber: '13800131234' }
    const { reference } = await opened(online)
    const to = (route: string, number?: string) =>
      note(reference, 'balance', { amount: '5', route, ...(number && { destination: { number } }) })
    expect(await to('cash')).toMatchObject({ refusal: { errors: { route: 'route_not_offered' } } })
    expect(await to('other_number', '138 0013 1234')).toMatchObject({
      refusal: { errors: { 'destination.number': 'refund_to_the_dying_number' } },
    })
    must(await to('other_number', '13800135678'))
    // Nothing to refund: no route is asked for.
    must(await note(reference, 'balance', { amount: '0', route: 'none' }))
  })

  it('is whole on the form alone: masked on receipt and status, nowhere else', async () => {
    const { reference } = await completed()
    const { record, personal, identifiers } = await seen(reference)
    const whole = identifiers?.notes?.balance?.account ?? ''
    expect(whole).toHaveLength(16)
    const receipt = await receiptOf(reference)
    expect(receipt.退款).toContain(`****${whole.slice(-4)}`)
    const status = await statusOf(reference, true, tuesday)
    expect(status?.acts?.refund?.destination?.masked).toBe(`****${whole.slice(-4)}`)
    const told = [
      receipt,
      status,
      record,
      personal,
      headOf({ record, personal, identifiers }, true),
      await eventsAfter(record.id, 0, 100),
      (await historyOf(record.id)).map((entry) => ({ ...entry, changes: entry.changes })),
    ]
    expect(JSON.stringify(told)).not.toContain(whole)
  })

  it('says when the money comes and until when it is claimed, by the rule of the day', async () => {
    const telecom = await completed({ carrier: 'china-telecom' })
    expect(telecom.refund).toMatchObject({ arrivesBy: '2026-04-07' })
    expect(await receiptOf(telecom.reference)).toMatchObject({
      退款最迟到账: '2026年4月7日 / 7 April 2026',
    })
    const mobile = await completed()
    expect(mobile.refund).not.toHaveProperty('arrivesBy')
  })

  it('is paid in cash on the spot, which the receipt says with its day', async () => {
    const record = await opened()
    const { reference } = record
    must(await walkPhase(await staff(), record, 'before_review', tuesday, ['balance']))
    const cash = { amount: '12.80', route: 'cash', paid: true }
    expect(must(await note(reference, 'balance', cash)).refund).toEqual({
      state: 'paid',
      amountFen: 1280,
      route: 'cash',
      on: '2026-03-10',
    })
    // Correcting a word another day leaves the day on which it was paid.
    const later = must(await note(reference, 'balance', { ...cash, words: '已点清' }, inDays(1)))
    expect(later.refund?.on).toBe('2026-03-10')
    must(await submit(reference, inDays(1)))
  })

  it('is noted as paid with its day', async () => {
    const { reference } = await completed()
    const paid = { refund: 'paid' }
    const said = { actor: await staff(), reference, duty: 'note_refund', input: paid } as const
    expect(must(await noteDuty({ ...said, now: inDays(3) })).refund).toMatchObject({
      state: 'paid',
      on: '2026-03-13',
    })
    const receipt = await receiptOf(reference)
    expect(receipt.退款).toContain('已退款 Paid · 2026年3月13日 / 13 March 2026')
    expect(receipt).not.toHaveProperty('退款最迟到账')
  })
})

describe('arrears paid at the counter (P28)', () => {
  const payment = { amount: '35.50', way: 'card', number: 'PAY-2026-77' }

  it('stand on the receipt with amount, way and number', async () => {
    const record = await opened()
    const { reference } = record
    const clerk = await staff()
    must(await walkPhase(clerk, record, 'before_review', tuesday))
    const items = { ...(await none()), arrears: { state: 'cleared', payment } }
    const noted = must(await note(reference, 'obligations', { items }))
    expect(noted.steps.obligations?.outcome.items).toMatchObject({
      arrears: { state: 'cleared', payment: { amountFen: 3550, way: 'card' } },
    })
    expect(JSON.stringify(noted)).not.toContain('PAY-2026-77')
    must(await submit(reference))
    const judge = { actor: await reviewer(), seen: { reference }, now: tuesday }
    const approved = must(await makeMove({ ...judge, move: 'approve', input: {} }))
    must(await walkPhase(clerk, approved, 'after_approval', tuesday))
    const input = { confirmation: 'C-1', on: '2026-03-10' }
    must(await makeMove({ ...judge, move: 'complete', input }))
    expect(await receiptOf(reference)).toMatchObject({
      当场缴费: '欠费和未出账费用 Arrears and unbilled usage · 35.50 元 · 刷卡 Card · PAY-2026-77',
    })
  })

  it('are asked only of what is money', async () => {
    const { reference } = await opened()
    const items = { ...(await none()), contract: { state: 'cleared', payment } }
    expect(await note(reference, 'obligations', { items })).toMatchObject({
      refusal: { code: 'invalid', errors: { 'items.contract.payment': 'unknown_field' } },
    })
  })
})

describe('what holds a request up (P27)', () => {
  const family = { state: 'waiting', waitsFor: 'customer', why: '副卡 138****0001 还在用' }
  const ofRequest = async (reference: string, kind: string) => {
    const { memberships } = await staff()
    const { items } = await outbox(visibleStores(memberships), undefined, undefined, inDays(20))
    return items.find((item) => item.reference === reference && item.kind === kind)?.text
  }

  it('is told alike on slip, status and reminder, and lifted at the second visit', async () => {
    const record = await opened()
    const { reference } = record
    must(await walkPhase(await staff(), record, 'before_review', tuesday))
    const items = { ...(await none()), bundle: { ...family, lifts: '先注销副卡' } }
    must(await note(reference, 'obligations', { items }))
    expect(await submit(reference)).toMatchObject({ refusal: { unmet: ['obligations_clear'] } })
    const block = {
      code: 'bundle',
      waitsFor: 'customer',
      clearsOn: null,
      from: null,
      why: family.why,
      lifts: '先注销副卡',
    }
    const one = await seen(reference)
    expect(blocksOn(one.record, one.personal, '2026-03-10')).toEqual([block])
    expect((await statusOf(reference, false, tuesday))?.blocks).toEqual([block])
    must(await noteReminder(reference, inDays(20)))
    expect(await ofRequest(reference, 'lapse_reminder')).toContain(
      '尚待：宽带、家庭套餐、副卡、共号手表（等您办理）。继续办理请到',
    )
    const cleared = { ...(await none()), bundle: { state: 'cleared' } }
    must(await note(reference, 'obligations', { items: cleared }, inDays(2)))
    expect((await statusOf(reference, false, inDays(2)))?.blocks).toEqual([])
    must(await submit(reference, inDays(2)))
  })

  it('that clears the day after its day is told and submitted then, not before', async () => {
    const record = await opened()
    const { reference } = record
    must(await walkPhase(await staff(), record, 'before_review', tuesday))
    const contract = { state: 'waiting', waitsFor: 'nobody', clearsOn: '2026-03-15', nextDay: true }
    must(await note(reference, 'obligations', { items: { ...(await none()), contract } }))
    expect(await submit(reference, inDays(5))).toMatchObject({
      refusal: { unmet: ['obligations_clear'] },
    })
    const told = async () => (await seen(reference)).record.flagged.dayCome
    await watchDays(inDays(5))
    expect(await told()).toBeNull()
    await watchDays(inDays(6))
    expect(await told()).toBe('2026-03-16')
    expect(await ofRequest(reference, 'day_come')).toContain('从3月16日起可以继续办理')
    must(await submit(reference, inDays(6)))
  })

  it('never calls the customer in while somebody still has to act', async () => {
    const { reference } = await opened()
    const group = { state: 'waiting', waitsFor: 'carrier', clearsOn: '2026-03-15', why: '集团' }
    const items = { ...(await none()), enterprise_group: group }
    must(await note(reference, 'obligations', { items }))
    await watchDays(inDays(8))
    expect((await seen(reference)).record.flagged.dayCome).toBeNull()
    const blocks = (await statusOf(reference, false, inDays(8)))?.blocks
    expect(blocks).toMatchObject([{ waitsFor: 'carrier', clearsOn: '2026-03-15' }])
  })

  it('is of no concern once the request is submitted', async () => {
    const { reference } = await submitted()
    expect((await statusOf(reference, false, tuesday))?.blocks).toEqual([])
  })
})
