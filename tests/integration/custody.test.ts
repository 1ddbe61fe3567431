import { describe, expect, it } from 'vitest'
import { demoIccid } from '@/lib/ops/seed/demo-people'
import { actOnBag, makeMove, noteCustody, noteStep } from '@/lib/writer'
import { bagByNumber } from '@/lib/cancellation/queries/bags'
import { storeDay } from '@/lib/cancellation/queries/day'
import { rebuiltRequest } from '@/lib/cancellation/queries/rebuilt'
import { database } from '@/lib/db/client'
import { createStore } from '@/lib/stores/commands'
import { completed, must, opened, reviewer, staff, submitted, tuesday } from '../factories/requests'

const day = '2026-03-10'
const demo = () => database().store.findUniqueOrThrow({ where: { code: 'demo' } })
const bagOf = async (reference: string) =>
  (await database().request.findUniqueOrThrow({ where: { reference } })).bag ?? ''
const findings = async () =>
  (await storeDay(await demo(), day)).rows.flatMap(({ record, findings: found }) =>
    found.map((finding) => `${record.reference} ${finding}`),
  )

/** A clerk of a store that is not the demo store's. */
async function farClerk() {
  const made = await createStore({
    code: 'far',
    nameZh: '远',
    nameEn: 'Far',
    addressZh: '远',
    addressEn: 'Far',
    phone: '1',
    region: 'CN-BJ',
  })
  const store = made.ok
    ? made.value
    : await database().store.findUniqueOrThrow({ where: { code: 'far' } })
  return {
    by: {
      ...(await staff()),
      id: '00000000-0000-7000-8000-0000000000fa',
      memberships: [{ role: 'staff' as const, storeId: store.id, storeCode: 'far' }],
    },
    store: { id: store.id, code: 'far' },
  }
}

describe('bags', () => {
  it('hold the store’s cards, are sealed with the right count and destroyed once all are completed', async () => {
    const done = await completed()
    const running = await submitted()
    const bag = await bagOf(done.reference)
    expect(await bagOf(running.reference)).toBe(bag)

    const clerk = await staff()
    expect(
      await actOnBag({
        actor: clerk,
        bag,
        act: 'destroy',
        input: { witness: 'Wang' },
        now: tuesday,
      }),
    ).toMatchObject({
      refusal: { code: 'bag_not_sealed' },
    })
    expect(
      await actOnBag({ actor: clerk, bag, act: 'seal', input: { counted: '3' }, now: tuesday }),
    ).toMatchObject({
      refusal: { code: 'count_differs' },
    })
    expect(
      await actOnBag({
        actor: (await farClerk()).by,
        bag,
        act: 'seal',
        input: { counted: '2' },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'not_found' } })
    expect(
      await actOnBag({ actor: clerk, bag, act: 'seal', input: { counted: '2' }, now: tuesday }),
    ).toMatchObject({
      ok: true,
    })
    expect(
      await actOnBag({
        actor: clerk,
        bag,
        act: 'hand_over',
        input: { to: 'The courier' },
        now: tuesday,
      }),
    ).toMatchObject({
      ok: true,
    })
    expect(
      await actOnBag({
        actor: clerk,
        bag,
        act: 'destroy',
        input: { witness: 'Wang' },
        now: tuesday,
      }),
    ).toMatchObject({
      refusal: { code: 'bag_not_finished' },
    })

    // The running one is refused: its card leaves the bag by a noted handover, and then nothing
    // holds the bag back.
    must(
      await makeMove({
        actor: await reviewer(),
        seen: { reference: running.reference },
        move: 'reject',
        input: { reason: 'other', words: 'no' },
        now: tuesday,
      }),
    )
    expect(
      await actOnBag({
        actor: clerk,
        bag,
        act: 'destroy',
        input: { witness: 'Wang' },
        now: tuesday,
      }),
    ).toMatchObject({
      refusal: { code: 'bag_not_finished' },
    })
    must(
      await noteCustody({
        actor: clerk,
        reference: running.reference,
        act: 'hand_card_back',
        input: { to: 'the holder' },
        now: tuesday,
      }),
    )
    expect(
      await actOnBag({
        actor: clerk,
        bag,
        act: 'destroy',
        input: { witness: clerk.name.toUpperCase() },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { errors: { witness: 'second_name_needed' } } })
    expect(
      await actOnBag({
        actor: clerk,
        bag,
        act: 'destroy',
        input: { witness: 'Wang' },
        now: tuesday,
      }),
    ).toMatchObject({
      ok: true,
    })

    expect(await bagByNumber(bag, [(await demo()).id])).toMatchObject({
      state: 'destroyed',
      destroyed: { by: clerk.name, witness: 'Wang' },
      cards: [{ reference: done.reference }],
    })
    const row = await database().request.findUniqueOrThrow({ where: { reference: done.reference } })
    expect(row).toMatchObject({
      cardStore: null,
      bag,
      record: { card: { bag, gone: 'destroyed' } },
    })
    expect((await rebuiltRequest(row.id)).record).toEqual(row.record)

    // The next card goes into the next bag.
    const next = await bagOf((await submitted()).reference)
    expect(next).not.toBe(bag)
  })

  it('keep a sealed card from being noted as lost, but allow corrections in an open bag', async () => {
    const { reference } = await opened()
    const one = { reference }
    must(
      await noteStep({
        actor: await staff(),
        seen: one,
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
    const card = { state: 'returned', iccid: demoIccid({ reference: 'one', carrier: '' }) }
    must(
      await noteStep({
        actor: await staff(),
        seen: one,
        step: 'card_return',
        input: card,
        now: tuesday,
      }),
    )
    expect(
      must(
        await noteStep({
          actor: await staff(),
          seen: one,
          step: 'card_return',
          input: { state: 'lost', words: 'gone' },
          now: tuesday,
        }),
      ).card,
    ).toBeNull()
    const again = must(
      await noteStep({
        actor: await staff(),
        seen: one,
        step: 'card_return',
        input: card,
        now: tuesday,
      }),
    )
    const bag = again.card?.bag ?? ''
    const held = await bagByNumber(bag, [(await demo()).id])
    expect(
      await actOnBag({
        actor: await staff(),
        bag,
        act: 'seal',
        input: { counted: held?.cards.length },
        now: tuesday,
      }),
    ).toMatchObject({ ok: true })
    expect(
      await noteStep({
        actor: await staff(),
        seen: one,
        step: 'card_return',
        input: { state: 'lost', words: 'gone' },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { errors: { state: 'card_in_sealed_bag' } } })
  })

  it('are created once when clerks take cards at the same moment', async () => {
    const far = await farClerk()
    const requests = await Promise.all(Array.from({ length: 6 }, () => opened({ store: 'demo' })))
    for (const request of requests) {
      must(
        await noteStep({
          actor: await staff(),
          seen: request,
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
          actor: far.by,
          seen: { reference: request.reference },
          move: 'transfer',
          input: { identityMatched: true },
          now: tuesday,
          receiving: far.store,
        }),
      )
    }
    const written = await Promise.all(
      requests.map(({ reference }) =>
        noteStep({
          actor: far.by,
          seen: { reference },
          step: 'card_return',
          input: { state: 'returned', iccid: demoIccid({ reference, carrier: '' }) },
          now: tuesday,
        }),
      ),
    )
    expect(new Set(written.map((result) => must(result).card?.bag))).toEqual(new Set(['far-00001']))
  })
})

describe('the end of the day', () => {
  it('lists mismatches until they are corrected', async () => {
    const rejected = await submitted()
    must(
      await makeMove({
        actor: await reviewer(),
        seen: { reference: rejected.reference },
        move: 'reject',
        input: { reason: 'other', words: 'no' },
        now: tuesday,
      }),
    )
    expect(await findings()).toContain(`${rejected.reference} card_owed`)
    expect(
      await noteCustody({
        actor: await staff(),
        reference: rejected.reference,
        act: 'destroy_card',
        input: { witness: 'Wang' },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'not_uncollected_yet' } })
    const later = new Date(tuesday.getTime() + 91 * 86_400_000)
    must(
      await noteCustody({
        actor: await staff(),
        reference: rejected.reference,
        act: 'destroy_card',
        input: { witness: 'Wang' },
        now: later,
      }),
    )
    expect(await findings()).not.toContain(`${rejected.reference} card_owed`)
  })

  it('sends a card after a request that moved to another store', async () => {
    const far = await farClerk()
    const moved = await submitted()
    must(
      await makeMove({
        actor: await reviewer(),
        seen: { reference: moved.reference },
        move: 'ask',
        input: { items: [{ step: 'materials', words: 'again' }] },
        now: tuesday,
      }),
    )
    must(
      await makeMove({
        actor: far.by,
        seen: { reference: moved.reference },
        move: 'transfer',
        input: { identityMatched: true },
        now: tuesday,
        receiving: far.store,
      }),
    )
    expect(await findings()).toContain(`${moved.reference} card_astray`)
    expect(
      await noteCustody({
        actor: far.by,
        reference: moved.reference,
        act: 'pass_card',
        input: { to: 'x' },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'not_found' } })
    expect(
      must(
        await noteCustody({
          actor: await staff(),
          reference: moved.reference,
          act: 'pass_card',
          input: { to: 'the courier' },
          now: tuesday,
        }),
      ).card,
    ).toEqual({ store: 'far', bag: null, gone: null })
    expect(await findings()).not.toContain(`${moved.reference} card_astray`)
    expect(
      must(
        await noteCustody({
          actor: far.by,
          reference: moved.reference,
          act: 'bag_card',
          input: {},
          now: tuesday,
        }),
      ).card?.bag,
    ).toMatch(/^far-/)
  })
})
