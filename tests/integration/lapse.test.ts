import { describe, expect, it } from 'vitest'
import { noteStep } from '@/lib/writer'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { countViews } from '@/lib/cancellation/queries/counts'
import { listRequests } from '@/lib/cancellation/queries/list'
import { database } from '@/lib/db/client'
import { lapseUntouched } from '@/lib/ops/jobs/lapse'
import { walkPhase } from '@/lib/ops/seed/demo-walk'
import { must, opened, staff, submitted, tuesday } from '../factories/requests'

const inDays = (days: number) => new Date(tuesday.getTime() + days * 86_400_000)
const stateOf = async (reference: string) => {
  const { state, record } = await database().request.findUniqueOrThrow({ where: { reference } })
  return {
    state,
    reminded: (record as { remindedAt: string | null }).remindedAt !== null,
    ending: (record as { ending: unknown }).ending,
  }
}

describe('the nightly job', () => {
  it('reminds three days before, lapses after thirty, and leaves submitted requests', async () => {
    const { reference } = await opened()
    const other = await submitted()
    await lapseUntouched(inDays(20))
    expect(await stateOf(reference)).toMatchObject({ state: 'open', reminded: false })
    await lapseUntouched(inDays(28))
    expect(await stateOf(reference)).toMatchObject({ state: 'open', reminded: true })
    await lapseUntouched(inDays(30))
    expect(await stateOf(reference)).toMatchObject({ state: 'open' })
    await lapseUntouched(inDays(32))
    expect(await stateOf(reference)).toEqual({
      state: 'withdrawn',
      reminded: false,
      ending: { move: 'lapse', reason: null },
    })
    expect(await stateOf(other.reference)).toMatchObject({ state: 'in_review' })
  })

  it('lets a request wait for the day on which an obligation clears by itself', async () => {
    const { reference } = await opened()
    must(
      await noteStep({
        actor: await staff(),
        seen: { reference },
        step: 'obligations',
        input: { items: { contract: { state: 'waiting', clearsOn: '2026-05-20' } } },
        now: tuesday,
      }),
    )
    for (const days of [28, 32, 60]) await lapseUntouched(inDays(days))
    expect(await stateOf(reference)).toMatchObject({ state: 'open' })
  })

  it('starts counting anew when somebody touches it after the reminder', async () => {
    const { reference } = await opened()
    await lapseUntouched(inDays(28))
    must(
      await noteStep({
        actor: await staff(),
        seen: { reference },
        step: 'balance',
        input: { amount: '0', route: 'none' },
        now: inDays(29),
      }),
    )
    await lapseUntouched(inDays(35))
    expect(await stateOf(reference)).toMatchObject({ state: 'open', reminded: false })
  })
})

describe('an untouched request that the carrier has', () => {
  it('goes to the reviewers instead, until somebody touches it', async () => {
    const { reference } = await opened({ channel: 'online', region: 'CN-GD' })
    const request = await database().request.findUniqueOrThrow({ where: { reference } })
    must(
      await walkPhase(
        await staff(),
        request.record as unknown as RequestRecord,
        'before_review',
        tuesday,
      ),
    )
    for (const days of [28, 32, 33]) await lapseUntouched(inDays(days))
    const stores = [request.storeId]
    const stalled = async () =>
      (await listRequests({ stores, view: { name: 'stalled' } })).items.map(
        ({ record }) => record.reference,
      )
    expect(await stateOf(reference)).toMatchObject({ state: 'open' })
    expect(await stalled()).toEqual([reference])
    expect(await countViews(stores, [{ name: 'stalled' }])).toEqual([1])
    must(
      await noteStep({
        actor: await staff(),
        seen: { reference },
        step: 'balance',
        input: { amount: '0', route: 'none' },
        now: inDays(34),
      }),
    )
    expect(await stalled()).toEqual([])
  })
})
