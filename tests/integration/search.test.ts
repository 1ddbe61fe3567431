import { describe, expect, it } from 'vitest'
import { visibleStores } from '@/lib/domain/permissions'
import { listRequests, waitingCustomers } from '@/lib/cancellation/queries/list'
import { makeMove, noteWaiting } from '@/lib/writer'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { must, opened, staff, tuesday } from '../factories/requests'

const search = async (q: string, more: object = {}) =>
  (
    await listRequests({ stores: visibleStores((await staff()).memberships), q, ...more })
  ).items.map(({ record }) => record.reference)

describe('search', () => {
  it('finds by reference, number, last four and name, and nothing else', async () => {
    const wanted = await opened({
      phoneNumber: '13800131234',
      holder: {
        name: '慕容寻找',
        document: { type: 'passport', number: 'E1112223', country: 'CN' },
      },
    })
    await opened({ phoneNumber: '13800134321' })
    for (const q of [
      wanted.reference,
      groupReference(wanted.reference).toLowerCase(),
      '138 0013 1234',
      '+8613800131234',
      '1234',
      '慕',
      '慕容',
      '寻找',
      '容寻找',
      '慕容寻找',
    ])
      expect([q, await search(q)]).toEqual([q, [wanted.reference]])
    for (const q of ['寻容', '慕寻找', '慕容寻找者', '9999', '13800139999', '   x'])
      expect([q, await search(q)]).toEqual([q, []])
  })

  it('pages by key, newest first, within a state', async () => {
    const made: string[] = []
    for (let count = 0; count < 5; count += 1) made.unshift((await opened()).reference)
    const first = await listRequests({
      stores: visibleStores((await staff()).memberships),
      limit: 2,
    })
    expect(first.items.map(({ record }) => record.reference)).toEqual(made.slice(0, 2))
    const second = await listRequests({
      stores: visibleStores((await staff()).memberships),
      limit: 2,
      cursor: first.next ?? '',
    })
    expect(second.items.map(({ record }) => record.reference)).toEqual(made.slice(2, 4))
    must(
      await makeMove({
        actor: await staff(),
        seen: { reference: made[0] ?? '' },
        move: 'withdraw',
        input: { reason: 'other' },
        now: tuesday,
      }),
    )
    expect(await search('', { state: 'withdrawn' })).toEqual([made[0]])
    expect(await listRequests({ stores: [] })).toEqual({ items: [], next: null })
  })

  it('puts customers at the counter first', async () => {
    const { reference } = await opened()
    must(
      await noteWaiting({ actor: await staff(), reference, customerWaiting: true, now: tuesday }),
    )
    expect(
      (await waitingCustomers(visibleStores((await staff()).memberships))).map(
        ({ record }) => record.reference,
      ),
    ).toEqual([reference])
  })
})
