// What receipts and slips say, beside how they look (tests/browser/print.test.ts).
import { afterEach, describe, expect, it, vi } from 'vitest'
import { receiptFacts } from '@/components/requests/receipt-facts'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { sentBackOf } from '@/lib/cancellation/queries/sent-back'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { database } from '@/lib/db/client'
import { receiptPdf } from '@/lib/receipts/pdf'
import { makeMove } from '@/lib/writer'
import { completed, must, reviewer, staff, submitted, tuesday } from '../factories/requests'

vi.mock('next-intl/server', () => import('./printed-words'))
vi.mock('@/lib/env', async (actual) => {
  const env = await actual<typeof import('@/lib/env')>()
  return { ...env, servingEnv: () => ({ ...env.servingEnv(), BASE_URL: 'https://desk.example' }) }
})

const demoStore = (data: { paper?: string; receiptName?: string }) =>
  database().store.update({ where: { code: 'demo' }, data })
afterEach(() => demoStore({ paper: 'a4', receiptName: 'masked' }))

async function textOf({ reference }: RequestRecord) {
  const one = await oneRequest(await staff(), reference, tuesday)
  if (!one?.record.receipt) throw new Error('no receipt')
  return receiptFacts(one, one.record.receipt)
}

describe('a receipt', () => {
  it.each([
    ['whole', '机主 Holder', '柳测试'],
    ['masked', '机主 Holder', '柳*'],
    ['none', '机主 Holder', undefined],
  ])('names the holder as the store has it: %s', async (receiptName, label, name) => {
    const record = await completed()
    await demoStore({ receiptName })
    const { facts } = await textOf(record)
    expect(facts.find((fact) => fact.label === label)?.value).toBe(name)
  })

  it('says in plain letters where it can be checked, and leaves room for the seal', async () => {
    const text = await textOf(await completed())
    expect(text.checkAddress).toBe('desk.example/verify')
    expect(text.seal).toEqual(['营业厅盖章', "Store's seal"])
    expect(text.facts.find(({ label }) => label.startsWith('卡片'))).toMatchObject({
      value: expect.stringMatching(/^已交回 Returned \*{4}\d{4}$/),
    })
    expect(JSON.stringify(text)).not.toContain('（')
  })

  it('fits one page as PDF, with everything on it', async () => {
    await demoStore({ receiptName: 'whole' })
    const pdf = Buffer.from(await receiptPdf(await textOf(await completed()), 'a.b.c'))
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
  })
})

describe('why a request came back', () => {
  const back = async (
    move: 'ask' | 'take_back' | 'supply',
    record: RequestRecord,
    input: Record<string, unknown>,
  ) =>
    must(
      await makeMove({
        actor: move === 'ask' ? await reviewer() : await staff(),
        seen: { reference: record.reference },
        move,
        input,
        now: tuesday,
      }),
    )

  it('is what the customer is asked for, until it is supplied', async () => {
    const request = await submitted()
    expect(await sentBackOf(request)).toBeNull()
    const items = [{ step: 'materials', words: '请带缴费凭证' }]
    const asked = await back('ask', request, { items })
    expect(await sentBackOf(asked)).toEqual({ move: 'ask', items })
    const answers = [{ step: 'materials', words: '已带来' }]
    expect(await sentBackOf(await back('supply', asked, { answers }))).toBeNull()
  })

  it('is the reason for which it was taken back, never the words among colleagues', async () => {
    const record = await back('take_back', await submitted(), {
      reason: 'mistyped',
      words: '只给同事看',
    })
    expect(await sentBackOf(record)).toEqual({ move: 'take_back', reason: 'mistyped' })
  })
})

describe('a store', () => {
  it('has a paper and a way to name holders that the product knows', async () => {
    await expect(demoStore({ paper: 'letter' })).rejects.toThrow()
    await expect(demoStore({ receiptName: 'initials' })).rejects.toThrow()
  })
})
