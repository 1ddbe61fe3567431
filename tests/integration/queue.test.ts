import { describe, expect, it } from 'vitest'
import { accountById } from '@/lib/accounts/queries'
import { createKey } from '@/lib/api/keys/commands'
import { accountActor } from '@/lib/cancellation/rules/actor'
import { database } from '@/lib/db/client'
import { visibleStores } from '@/lib/domain/permissions'
import { countViews } from '@/lib/cancellation/queries/counts'
import { listRequests } from '@/lib/cancellation/queries/list'
import type { WorkView } from '@/lib/cancellation/queries/listed-ids'
import { makeMove, noteCustody, noteDuty } from '@/lib/writer'
import { completed, must, opened, reviewer, staff, submitted, tuesday } from '../factories/requests'

describe('the queue', () => {
  it('shows each view its requests, and counts the same', async () => {
    const by = await staff()
    const stores = visibleStores(by.memberships)
    const mine = await opened()
    const unassigned = await opened()
    const overdue = await submitted({}, new Date('2026-03-02T02:00:00Z'))
    const soon = await submitted({}, new Date('2026-03-09T02:00:00Z'))
    const asked = await submitted()
    must(
      await noteDuty({
        actor: by,
        reference: unassigned.reference,
        duty: 'assign',
        input: { assignee: null },
        now: tuesday,
      }),
    )
    must(
      await makeMove({
        actor: await reviewer(),
        seen: { reference: asked.reference },
        move: 'ask',
        input: { items: [{ step: 'materials', words: 'x' }] },
        now: tuesday,
      }),
    )
    const today = '2026-03-10'
    const expected: [WorkView, string[]][] = [
      [
        { name: 'mine', account: by.id },
        [asked.reference, soon.reference, overdue.reference, mine.reference],
      ],
      [{ name: 'unassigned' }, [unassigned.reference]],
      [{ name: 'overdue', today }, [overdue.reference]],
      [{ name: 'due_soon', today }, [soon.reference]],
      [{ name: 'asked' }, [asked.reference]],
      [{ name: 'waiting' }, []],
    ]
    for (const [view, references] of expected)
      expect([
        view.name,
        (await listRequests({ stores, view })).items.map(({ record }) => record.reference).sort(),
      ]).toEqual([view.name, references.sort()])
    expect(
      await countViews(
        stores,
        expected.map(([view]) => view),
      ),
    ).toEqual(expected.map(([, references]) => references.length))
    expect(
      await countViews(
        [],
        expected.map(([view]) => view),
      ),
    ).toEqual(expected.map(() => 0))
  })

  it('is given only to somebody who works at the store', async () => {
    const { reference } = await opened()
    const judge = await reviewer()
    expect(
      await noteDuty({
        actor: judge,
        reference,
        duty: 'assign',
        input: { assignee: (await staff()).id },
        now: tuesday,
      }),
    ).toMatchObject({ ok: true })
    expect(
      await noteDuty({
        actor: judge,
        reference,
        duty: 'assign',
        input: { assignee: '00000000-0000-7000-8000-000000000001' },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'not_found' } })
    expect(
      await noteDuty({
        actor: judge,
        reference,
        duty: 'assign',
        input: { assignee: 'nobody' },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'invalid' } })
  })
})

describe('a new request', () => {
  it('is in the hands of whoever recorded it', async () => {
    const by = await staff()
    expect((await opened({}, tuesday, by)).assignee).toBe(by.id)
  })

  it("is in nobody's hands when an API key recorded it", async () => {
    const asked = { name: 'x', role: 'staff', storeCodes: ['demo'], fullNumber: false } as const
    expect(await createKey(null, asked, tuesday)).toMatchObject({ ok: true })
    const { id } = await database().account.findFirstOrThrow({ where: { kind: 'key' } })
    const account = await accountById(id)
    if (!account) throw new Error('no account')
    expect((await opened({}, tuesday, accountActor(account))).assignee).toBeNull()
  })
})

describe('what is still owed', () => {
  it('a refund is seen through after the end', async () => {
    const { reference } = await completed()
    expect(
      must(
        await noteDuty({
          actor: await staff(),
          reference,
          duty: 'note_refund',
          input: { refund: 'failed', words: 'account closed' },
          now: tuesday,
        }),
      ).refund?.state,
    ).toBe('failed')
    expect(
      must(
        await noteDuty({
          actor: await staff(),
          reference,
          duty: 'note_refund',
          input: { refund: 'paid' },
          now: tuesday,
        }),
      ).refund?.state,
    ).toBe('paid')
    expect(
      await noteDuty({
        actor: await staff(),
        reference,
        duty: 'note_refund',
        input: { refund: 'waived' },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'nothing_owed' } })
  })

  it('a card goes back when the request ended otherwise', async () => {
    const { reference } = await submitted()
    expect(
      must(
        await makeMove({
          actor: await reviewer(),
          seen: { reference },
          move: 'reject',
          input: { reason: 'other', words: 'no' },
          now: tuesday,
        }),
      ).cardOwed,
    ).toBe(true)
    expect(
      must(
        await noteCustody({
          actor: await staff(),
          reference,
          act: 'hand_card_back',
          input: { to: 'the holder' },
          now: tuesday,
        }),
      ).cardOwed,
    ).toBe(false)
    expect(
      await noteCustody({
        actor: await staff(),
        reference,
        act: 'hand_card_back',
        input: { to: 'the holder' },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'no_card' } })
  })
})
