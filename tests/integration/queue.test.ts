import { describe, expect, it } from 'vitest'
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
    must(await noteDuty(by, mine.reference, 'assign', { assignee: by.id }, tuesday))
    must(
      await makeMove(
        await reviewer(),
        { reference: asked.reference },
        'ask',
        { items: [{ step: 'materials', words: 'x' }] },
        tuesday,
      ),
    )
    const today = '2026-03-10'
    const expected: [WorkView, string[]][] = [
      [{ name: 'mine', account: by.id }, [mine.reference]],
      [
        { name: 'unassigned' },
        [asked.reference, soon.reference, overdue.reference, unassigned.reference],
      ],
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
      await noteDuty(judge, reference, 'assign', { assignee: (await staff()).id }, tuesday),
    ).toMatchObject({ ok: true })
    expect(
      await noteDuty(
        judge,
        reference,
        'assign',
        { assignee: '00000000-0000-7000-8000-000000000001' },
        tuesday,
      ),
    ).toMatchObject({ refusal: { code: 'not_found' } })
    expect(
      await noteDuty(judge, reference, 'assign', { assignee: 'nobody' }, tuesday),
    ).toMatchObject({ refusal: { code: 'invalid' } })
  })
})

describe('what is still owed', () => {
  it('a refund is seen through after the end', async () => {
    const { reference } = await completed()
    expect(
      must(
        await noteDuty(
          await staff(),
          reference,
          'note_refund',
          { refund: 'failed', words: 'account closed' },
          tuesday,
        ),
      ).refund?.state,
    ).toBe('failed')
    expect(
      must(await noteDuty(await staff(), reference, 'note_refund', { refund: 'paid' }, tuesday))
        .refund?.state,
    ).toBe('paid')
    expect(
      await noteDuty(await staff(), reference, 'note_refund', { refund: 'waived' }, tuesday),
    ).toMatchObject({ refusal: { code: 'nothing_owed' } })
  })

  it('a card goes back when the request ended otherwise', async () => {
    const { reference } = await submitted()
    expect(
      must(
        await makeMove(
          await reviewer(),
          { reference },
          'reject',
          { reason: 'other', words: 'no' },
          tuesday,
        ),
      ).cardOwed,
    ).toBe(true)
    expect(
      must(
        await noteCustody(
          await staff(),
          reference,
          'hand_card_back',
          { to: 'the holder' },
          tuesday,
        ),
      ).cardOwed,
    ).toBe(false)
    expect(
      await noteCustody(await staff(), reference, 'hand_card_back', { to: 'the holder' }, tuesday),
    ).toMatchObject({ refusal: { code: 'no_card' } })
  })
})
