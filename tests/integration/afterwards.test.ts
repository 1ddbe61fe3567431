import { describe, expect, it } from 'vitest'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import {
  amendRequest,
  type Actor,
  confirmContact,
  makeMove,
  noteDuty,
  noteStep,
} from '@/lib/writer'
import { rebuiltRequest } from '@/lib/cancellation/queries/rebuilt'
import { database } from '@/lib/db/client'
import { remindOfAftercare } from '@/lib/ops/jobs/remind-aftercare'
import {
  completed,
  must,
  opened,
  reviewer,
  someInput,
  staff,
  submitted,
  tuesday,
} from '../factories/requests'

const inDays = (days: number) => new Date(tuesday.getTime() + days * 86_400_000)
const customer = (record: RequestRecord): Actor => ({ kind: 'customer', requestId: record.id })
const noticesOf = (requestId: string, kind: string) =>
  database().notice.count({ where: { requestId, kind } })
const now = async (record: RequestRecord) =>
  (await rebuiltRequest(record.id)).record as RequestRecord

describe('after completion', () => {
  it('a customer may confirm the refund, and change nothing else of it', async () => {
    const record = await completed()
    const mine = customer(record)
    for (const refund of ['failed', 'waived'])
      expect(
        await noteDuty({
          actor: mine,
          reference: record.reference,
          duty: 'note_refund',
          input: { refund },
          now: tuesday,
        }),
      ).toMatchObject({ refusal: { code: 'not_yours' } })
    expect(
      await noteDuty({
        actor: mine,
        reference: record.reference,
        duty: 'assign',
        input: { assignee: null },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'not_yours' } })
    expect(
      must(
        await noteDuty({
          actor: mine,
          reference: record.reference,
          duty: 'note_refund',
          input: { refund: 'paid' },
          now: tuesday,
        }),
      ).refund?.state,
    ).toBe('paid')
    expect(
      await noteDuty({
        actor: mine,
        reference: record.reference,
        duty: 'note_refund',
        input: { refund: 'paid' },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'nothing_owed' } })
  })

  it('only the customer rates it, and only after completion', async () => {
    const record = await completed()
    expect(
      await noteDuty({
        actor: await staff(),
        reference: record.reference,
        duty: 'rate',
        input: { rating: 'smooth' },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'not_yours' } })
    must(
      await noteDuty({
        actor: customer(record),
        reference: record.reference,
        duty: 'rate',
        input: { rating: 'poor' },
        now: tuesday,
      }),
    )
    expect((await now(record)).rating).toBe('poor')
    const before = await submitted()
    expect(
      await noteDuty({
        actor: customer(before),
        reference: before.reference,
        duty: 'rate',
        input: { rating: 'smooth' },
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'nothing_owed' } })
  })

  it('a receipt printed again is counted', async () => {
    const record = await completed()
    must(
      await noteDuty({
        actor: await staff(),
        reference: record.reference,
        duty: 'reprint_receipt',
        input: {},
        now: tuesday,
      }),
    )
    must(
      await noteDuty({
        actor: await reviewer(),
        reference: record.reference,
        duty: 'reprint_receipt',
        input: {},
        now: tuesday,
      }),
    )
    expect((await now(record)).reprints).toBe(2)
    const open = await opened()
    expect(
      await noteDuty({
        actor: await staff(),
        reference: open.reference,
        duty: 'reprint_receipt',
        input: {},
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'nothing_owed' } })
  })

  it('reminds customers with something left to do once, between day 3 and day 30', async () => {
    const [left, finished, old] = [
      await completed(),
      await completed(),
      await completed({}, inDays(-40)),
    ]
    must(
      await noteStep({
        actor: customer(finished),
        seen: { reference: finished.reference },
        step: 'aftercare',
        input: { ticked: ['receipt_kept', 'balance_moved', 'message_watched', 'devices_unbound'] },
        now: tuesday,
      }),
    )
    await remindOfAftercare(inDays(2))
    expect(await noticesOf(left.id, 'aftercare_reminder')).toBe(0)
    await remindOfAftercare(inDays(3))
    await remindOfAftercare(inDays(4))
    expect(await noticesOf(left.id, 'aftercare_reminder')).toBe(1)
    expect(await noticesOf(finished.id, 'aftercare_reminder')).toBe(0)
    expect(await noticesOf(old.id, 'aftercare_reminder')).toBe(0)
    expect((await now(left)).touchedAt).toBe(left.touchedAt)
  })
})

describe('a contact', () => {
  it("is made sure of once, by what fits it, by the store's people alone", async () => {
    const record = await opened()
    expect(
      await confirmContact({
        actor: customer(record),
        reference: record.reference,
        how: 'code',
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'not_yours' } })
    expect(
      await confirmContact({
        actor: await staff(),
        reference: record.reference,
        how: 'signed',
        now: tuesday,
      }),
    ).toMatchObject({
      refusal: { code: 'nothing_owed' },
    })
    expect(
      must(
        await confirmContact({
          actor: await staff(),
          reference: record.reference,
          how: 'code',
          now: tuesday,
        }),
      ).contactConfirmed,
    ).toMatchObject({ how: 'code' })
    expect(
      await confirmContact({
        actor: await staff(),
        reference: record.reference,
        how: 'code',
        now: tuesday,
      }),
    ).toMatchObject({
      refusal: { code: 'nothing_owed' },
    })
    const slipOnly = await opened({ contact: { printedSlipOnly: true } })
    expect(
      must(
        await confirmContact({
          actor: await staff(),
          reference: slipOnly.reference,
          how: 'signed',
          now: tuesday,
        }),
      ).contactConfirmed,
    ).toMatchObject({ how: 'signed' })
    const ended = await opened()
    must(
      await makeMove({
        actor: await staff(),
        seen: { reference: ended.reference },
        move: 'withdraw',
        input: {},
        now: tuesday,
      }),
    )
    expect(
      await confirmContact({
        actor: await staff(),
        reference: ended.reference,
        how: 'code',
        now: tuesday,
      }),
    ).toMatchObject({
      refusal: { code: 'ended' },
    })
  })

  it('must be confirmed again when it changes, and only then', async () => {
    const input = someInput()
    const record = await opened(input)
    must(
      await confirmContact({
        actor: await staff(),
        reference: record.reference,
        how: 'code',
        now: tuesday,
      }),
    )
    const same = must(
      await amendRequest({
        actor: await staff(),
        seen: { reference: record.reference },
        input: { ...input, reason: 'privacy' },
        now: tuesday,
      }),
    )
    expect(same.contactConfirmed).toMatchObject({ how: 'code' })
    const other = must(
      await amendRequest({
        actor: await staff(),
        seen: { reference: record.reference },
        input: { ...input, contact: { phone: '+8613900139002' } } as typeof input,
        now: tuesday,
      }),
    )
    expect(other.contactConfirmed).toBeNull()
    expect(await now(record)).toEqual(other)
  })
})
