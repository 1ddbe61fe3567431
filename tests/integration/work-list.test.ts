import { beforeAll, describe, expect, it } from 'vitest'
import { visibleStores } from '@/lib/domain/permissions'
import { waitingCustomers } from '@/lib/cancellation/queries/list'
import { readPlace, workList } from '@/lib/cancellation/queries/work'
import { database } from '@/lib/db/client'
import { noteDuty } from '@/lib/writer'
import { must, opened, reviewer, staff, submitted, tuesday } from '../factories/requests'
import { logStatements, statementsOf } from './statement-log'

beforeAll(logStatements)

const inHandOf = async (account: string | null, reference: string) =>
  must(
    await noteDuty({
      actor: await reviewer(),
      reference,
      duty: 'assign',
      input: { assignee: account },
      now: tuesday,
    }),
  )

describe('the work list', () => {
  it("holds one's own and what nobody has, earliest due first, page by page", async () => {
    const by = await staff()
    const stores = visibleStores(by.memberships)
    const undated = await opened()
    const later = await submitted({}, new Date('2026-03-09T02:00:00Z'))
    const mine = await opened()
    const alsoUndated = await opened()
    const sooner = await submitted({}, new Date('2026-03-02T02:00:00Z'))
    const others = await submitted({}, new Date('2026-03-02T02:00:00Z'))
    // Recorded by the clerk, all are in the clerk's hands; this one is let go of.
    await inHandOf(null, undated.reference)
    await inHandOf((await reviewer()).id, others.reference)

    const found: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const place: ReturnType<typeof readPlace> = readPlace(after)
      const page: Awaited<ReturnType<typeof workList>> = await workList({
        account: by.id,
        reviews: false,
        stores,
        limit: 2,
        ...(place && { after: place }),
      })
      expect(page.items.length).toBeLessThanOrEqual(2)
      found.push(...page.items.map(({ record }) => record.reference))
      after = page.next
    }
    expect(found).toEqual(
      [sooner, later, undated, mine, alsoUndated].map(({ reference }) => reference),
    )

    const { items } = await workList({ account: by.id, reviews: false, stores })
    const hands = new Map(items.map(({ record, assignee }) => [record.reference, assignee]))
    expect(hands.get(mine.reference)).toEqual({ id: by.id, name: by.name })
    expect(hands.get(undated.reference)).toBeNull()
    expect(await waitingCustomers(stores)).toEqual([])
    expect((await workList({ account: by.id, reviews: false, stores: [] })).items).toEqual([])
  })

  it('holds for a reviewer all that waits for review, in whosever hands it is', async () => {
    const judge = await reviewer()
    const stores = visibleStores(judge.memberships)
    const clerks = await submitted({}, new Date('2026-03-03T02:00:00Z'))
    const unfinished = await opened()
    const of = async (reviews: boolean) => {
      const { items } = await workList({ account: judge.id, stores, reviews, limit: 200 })
      return items.map(({ record }) => record.reference)
    }
    expect(await of(true)).toContain(clerks.reference)
    expect(await of(true)).not.toContain(unfinished.reference)
    expect(await of(false)).not.toContain(clerks.reference)
  })

  it('reads its page from the index, in order, without sorting what it does not show', async () => {
    const by = await staff()
    const stores = visibleStores(by.memberships)
    const [asked = ''] = await statementsOf(() =>
      workList({ account: by.id, reviews: false, stores }),
    )
    const plan = await database().$transaction(async (tx) => {
      await tx.$executeRaw`set local enable_seqscan = off`
      await tx.$executeRaw`set local enable_sort = off`
      return JSON.stringify(await tx.$queryRawUnsafe(`explain (generic_plan) ${asked}`))
    })
    expect(plan).toMatch(/Index Only Scan using request_work/)
    // The ranges are merged by one sort, and what is found is put in order by another.
    expect(plan.split('Limit').at(-1)).not.toMatch(/Sort/)
  })

  it.each(['', 'undated', '2026-02-30.00000000-0000-7000-8000-000000000001', 'undated.x'])(
    'takes no place from %j',
    (text) => expect(readPlace(text)).toBeNull(),
  )
})
