import { beforeAll, describe, expect, it } from 'vitest'
import { callPhoneMasked } from '@/lib/cancellation/rules/call-phone'
import { historyOf } from '@/lib/cancellation/queries/history'
import { openRows } from '@/lib/cancellation/queries/opened'
import { rebuiltRequest } from '@/lib/cancellation/queries/rebuilt'
import { storedRequest } from '@/lib/cancellation/queries/stored-rows'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { database } from '@/lib/db/client'
import { outgoingOf } from '@/lib/notices/outbox/outgoing'
import { smoothOutcome, walkPhase } from '@/lib/ops/seed/demo-walk'
import { type Actor, makeMove, noteCall, noteStep } from '@/lib/writer'
import { must, opened, reviewer, staff, submitted, tuesday } from '../factories/requests'

const telecom = { channel: 'online', carrier: 'china-telecom', region: 'CN-SH' }
const unicom = { channel: 'online', carrier: 'china-unicom', region: 'CN-SH' }
const inHours = (hours: number) => new Date(tuesday.getTime() + hours * 3_600_000)

let clerk: Actor
let judge: Actor
beforeAll(async () => {
  clerk = await staff()
  judge = await reviewer()
})

const note = ({ reference, version }: RequestRecord, input: object, now = inHours(1)) =>
  noteCall({ actor: clerk, seen: { reference, version }, input: { ...input }, now })
const submission = async (record: RequestRecord, change: object, now = inHours(30)) =>
  noteStep({
    actor: clerk,
    seen: { reference: record.reference },
    step: 'carrier_submission',
    input: { ...(await smoothOutcome('carrier_submission', record, now)), ...change },
    now,
  })
const personalOf = async (record: RequestRecord) => {
  const row = await storedRequest(record.reference)
  return row ? ((await openRows([row]))[0]?.personal ?? null) : null
}
const noticesOf = async (record: RequestRecord) =>
  database().notice.findMany({
    where: { requestId: record.id },
    orderBy: { sequence: 'asc' },
  })
const kindsOf = async (record: RequestRecord) => (await noticesOf(record)).map(({ kind }) => kind)
const missedForGood = async () => {
  let record = await submitted(telecom)
  for (const hours of [1, 2, 3])
    record = must(await note(record, { call: 'missed' }, inHours(hours)))
  return record
}
const approve = (record: RequestRecord, input: object) =>
  makeMove({
    actor: judge,
    seen: { reference: record.reference },
    move: 'approve',
    input: { carrierResult: 'OK', ...input },
    now: inHours(40),
  })

describe('a carrier that rings back (P15)', () => {
  it('is waited for until the hours of its rule are over, counted from the submission', async () => {
    const { call } = await submitted(unicom)
    expect(call).toEqual({
      from: '2026-03-10T02:00:00.000Z',
      until: '2026-03-12T02:00:00.000Z',
      endsAfterMissed: null,
      on: 'number',
      state: 'waiting',
      missed: 0,
    })
  })

  it('is not waited for where it does not ring, and the phone is not kept then', async () => {
    const record = await submitted({ channel: 'online', region: 'CN-GD' })
    expect(record.call).toBeUndefined()
    expect(record.steps.carrier_submission?.outcome).not.toHaveProperty('callOn')
  })

  it('asks on which phone, which is never the number under another name', async () => {
    const record = await opened(telecom)
    must(await walkPhase(clerk, record, 'before_review', tuesday, ['carrier_submission']))
    expect(await submission(record, { callOn: undefined })).toMatchObject({
      refusal: { code: 'invalid', errors: { callOn: 'required' } },
    })
    const { identifiers } = await rebuiltRequest(record.id)
    const number = (identifiers as { number: string }).number
    expect(await submission(record, { callOn: 'other', callPhone: number })).toMatchObject({
      refusal: { code: 'invalid', errors: { callPhone: 'call_phone_is_number' } },
    })
    const named = must(await submission(record, { callOn: 'other', callPhone: '13700137000' }))
    expect(callPhoneMasked(named, await personalOf(named))).toBe('137****7000')
    expect(JSON.stringify(named)).not.toContain('13700137000')
  })

  it('answered, is told no more, and approving takes no reason', async () => {
    const before = await submitted(telecom)
    const record = must(await note(before, { call: 'answered' }))
    expect(record.call).toMatchObject({ state: 'answered', missed: 0 })
    expect(await note(record, { call: 'missed' })).toMatchObject({
      refusal: { code: 'nothing_owed' },
    })
    expect(must(await approve(record, {})).state).toBe('closing')
    expect(await kindsOf(record)).toEqual(['recorded', 'call_expected', 'submitted', 'approved'])
  })

  it('counts a missed call once, and tells the customer of each', async () => {
    const before = await submitted(telecom)
    const once = must(await note(before, { call: 'missed' }))
    expect(once.call).toMatchObject({ state: 'waiting', missed: 1 })
    expect(await note(before, { call: 'missed' })).toMatchObject({ refusal: { code: 'stale' } })
    must(await note(once, { call: 'missed' }))
    const told = (await noticesOf(once)).filter(({ kind }) => kind === 'call_missed')
    expect(told.map(({ values }) => values)).toEqual([{ missed: '1' }, { missed: '2' }])
  })

  it('missed for good, is submitted again: a new reference, new promises, both in the history', async () => {
    const ended = await missedForGood()
    expect(ended.call).toMatchObject({ state: 'ended', missed: 3 })
    expect(ended.state).toBe('in_review')
    expect((await kindsOf(ended)).at(-1)).toBe('call_ended')
    const again = must(
      await submission(ended, { carrierReference: 'DEMO-0002', submittedOn: '2026-03-11' }),
    )
    expect(again.call).toMatchObject({ state: 'waiting', missed: 0 })
    expect(again.promises.decision).toMatchObject({
      date: '2026-03-16',
      reason: 'submitted_again',
    })
    expect((await personalOf(again))?.notes?.carrier_submission?.carrierReference).toBe('DEMO-0002')
    const references = (await historyOf(again.id)).flatMap(({ changes }) =>
      changes.filter(({ field }) => field.endsWith('.carrierReference')),
    )
    expect(references.map(({ before, after }) => [before, after])).toEqual([
      [null, 'DEMO-0001'],
      ['DEMO-0001', 'DEMO-0002'],
    ])
    expect((await rebuiltRequest(again.id)).record).toEqual(again)
    expect((await kindsOf(again)).at(-1)).toBe('call_expected')
  })

  it('is submitted again by the customer from home too', async () => {
    const ended = await missedForGood()
    const written = await noteStep({
      actor: { kind: 'customer', requestId: ended.id },
      seen: { reference: ended.reference, version: ended.version },
      step: 'carrier_submission',
      input: {
        ...(await smoothOutcome('carrier_submission', ended, inHours(30))),
        carrierReference: 'HOME-1',
      },
      now: inHours(30),
    })
    expect(must(written).call).toMatchObject({ state: 'waiting', missed: 0 })
  })

  it('rings another phone where the first is dead', async () => {
    const before = await submitted(telecom)
    expect(await note(before, { call: 'phone_dead', on: 'number' })).toMatchObject({
      refusal: { code: 'invalid' },
    })
    const other = must(
      await note(before, { call: 'phone_dead', on: 'other', phone: '13700137001' }),
    )
    expect(other.call).toMatchObject({ state: 'waiting', on: 'other' })
    expect(callPhoneMasked(other, await personalOf(other))).toBe('137****7001')
    // What else stands with the submission stays.
    expect((await personalOf(other))?.notes?.carrier_submission?.carrierReference).toBe('DEMO-0001')
    const { record, personal } = await rebuiltRequest(other.id)
    expect(record).toEqual(other)
    expect(personal).toEqual(await personalOf(other))
  })

  it('never answered, is asked about before the request is approved, and kept with the reason', async () => {
    const record = await submitted(telecom)
    expect(await approve(record, {})).toMatchObject({
      refusal: { code: 'invalid', errors: { 'explained.call_unanswered': 'call_reason_needed' } },
    })
    const approved = must(await approve(record, { explained: { call_unanswered: '运营商已告知' } }))
    expect(approved.state).toBe('closing')
    const last = (await historyOf(record.id)).at(-1)
    expect(last).toMatchObject({
      type: 'approve',
      words: '运营商已告知',
      facts: { explained: ['call_unanswered'] },
    })
    expect(JSON.stringify(last?.facts)).not.toContain('运营商已告知')
  })

  it('keeps no reason that nothing asked for', async () => {
    const record = await submitted()
    const given = { explained: { call_unanswered: '没人问' }, carrierResult: undefined }
    must(await approve(record, given))
    expect((await historyOf(record.id)).at(-1)?.words).toBeNull()
  })

  it('is told in the customer’s words: who, when, on which phone', async () => {
    const record = must(await note(await submitted(unicom), { call: 'phone_dead', on: 'contact' }))
    const [notice] = (await noticesOf(record))
      .filter(({ kind }) => kind === 'call_expected')
      .slice(-1)
    const [ready] = await outgoingOf(
      notice
        ? [
            {
              ...notice,
              kind: 'call_expected' as const,
              channel: 'text' as const,
              values: notice.values as Record<string, string>,
            },
          ]
        : [],
      tuesday,
    )
    expect(ready?.ok && ready.value.text).toContain(
      '中国联通将在3月12日 10:00前致电 139****9001 核实您的销户申请',
    )
  })
})
