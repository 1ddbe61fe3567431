import { describe, expect, it } from 'vitest'
import { historyOf } from '@/lib/cancellation/queries/history'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { findingsOf } from '@/lib/cancellation/rules/reconcile'
import { noteOfKind } from '@/lib/cancellation/rules/request-record'
import { demoIccid } from '@/lib/ops/seed/demo-people'
import { makeMove, noteDuty, noteStep, notePhase } from '@/lib/writer'
import { must, opened, reviewer, staff, submitted, tuesday } from '../factories/requests'

const identity = {
  matchedBy: 'carrier_record',
  applicantChecked: true,
  numberMatched: true,
  readBack: true,
}

/** What the plainest request records before review, by the ids of the guide's steps. */
async function everything(reference: string) {
  const one = await oneRequest(await staff(), reference, tuesday)
  if (!one) throw new Error('gone')
  const { guide, policy } = one.situation
  const itemsOf = (ids: readonly string[], state: string) => ({
    items: Object.fromEntries(ids.map((id) => [id, { state }])),
  })
  const outcomes: Record<string, Record<string, unknown>> = {
    instruction: { done: true },
    materials: itemsOf(
      guide.materials.flatMap(({ id, notNoted }) => (notNoted ? [] : [id])),
      'present',
    ),
    obligations: itemsOf(policy.obligations, 'not_applicable'),
    balance: { amount: '0', route: 'none' },
    advice: { accountsUnbound: true, cannotBeUndone: true },
    identity_check: identity,
    application_form: { signed: true },
    card_return: { state: 'returned', iccid: demoIccid({ reference, carrier: '' }) },
  }
  return Object.fromEntries(
    guide.steps.flatMap(({ id, kind }) => (outcomes[kind] ? [[id, outcomes[kind]]] : [])),
  )
}

const typesOf = async (id: string) => (await historyOf(id)).map(({ type }) => type)

it('records the steps in the guide’s order and submits, one event each', async () => {
  const { reference, id, version } = await opened()
  const steps = await everything(reference)
  // The card comes first here, and needs the identity, which the guide has before it.
  const record = must(
    await notePhase({
      actor: await staff(),
      seen: { reference, version },
      steps: Object.fromEntries(Object.entries(steps).reverse()),
      move: { name: 'submit', input: {} },
      now: tuesday,
    }),
  )
  expect(record.state).toBe('in_review')
  const count = Object.keys(steps).length
  expect(record.version).toBe(1 + count + 1)
  expect(await typesOf(id)).toEqual(['open', ...Array(count).fill('note'), 'submit'])
})

it('writes nothing when one step is refused, and names each fault by its step', async () => {
  const { reference, id, version } = await opened()
  const steps = await everything(reference)
  const written = await notePhase({
    actor: await staff(),
    seen: { reference, version },
    steps: { ...steps, balance: { amount: '12,8' }, card_return: { state: 'lost' } },
    move: { name: 'submit', input: {} },
    now: tuesday,
  })
  expect(written).toMatchObject({
    ok: false,
    refusal: {
      code: 'invalid',
      errors: { 'steps.balance.amount': 'amount_malformed', 'steps.card_return.words': 'required' },
    },
  })
  expect(await typesOf(id)).toEqual(['open'])
})

it('writes nothing when the move is refused', async () => {
  const { reference, id, version } = await opened()
  const { card_return: _, ...steps } = await everything(reference)
  const written = await notePhase({
    actor: await staff(),
    seen: { reference, version },
    steps,
    move: { name: 'submit', input: {} },
    now: tuesday,
  })
  expect(written).toMatchObject({ ok: false, refusal: { code: 'unmet' } })
  expect(await typesOf(id)).toEqual(['open'])
})

it('takes two people’s different steps, and refuses the same step as stale', async () => {
  const { reference, id, version } = await opened()
  const steps = await everything(reference)
  const clerk = await staff()
  const balance = steps.balance ?? {}
  must(
    await noteStep({
      actor: await reviewer(),
      seen: { reference, version },
      step: 'balance',
      input: balance,
      now: tuesday,
    }),
  )
  const { balance: _, ...others } = steps
  must(await notePhase({ actor: clerk, seen: { reference, version }, steps: others, now: tuesday }))
  const before = await typesOf(id)
  expect(
    await notePhase({
      actor: clerk,
      seen: { reference, version },
      steps: { balance },
      now: tuesday,
    }),
  ).toMatchObject({ ok: false, refusal: { code: 'stale' } })
  expect(await typesOf(id)).toEqual(before)
})

it('refuses everything as stale once the request has moved on', async () => {
  const { reference, version } = await opened()
  const steps = await everything(reference)
  const clerk = await staff()
  must(
    await notePhase({
      actor: clerk,
      seen: { reference, version },
      steps,
      move: { name: 'submit', input: {} },
      now: tuesday,
    }),
  )
  must(
    await makeMove({
      actor: clerk,
      seen: { reference },
      move: 'take_back',
      input: { reason: 'mistyped' },
      now: tuesday,
    }),
  )
  expect(
    await notePhase({ actor: clerk, seen: { reference, version }, steps, now: tuesday }),
  ).toMatchObject({ ok: false, refusal: { code: 'stale' } })
})

it('refuses a step that the guide does not have', async () => {
  const { reference, version } = await opened()
  expect(
    await notePhase({
      actor: await staff(),
      seen: { reference, version },
      steps: { constructor: {} },
      now: tuesday,
    }),
  ).toMatchObject({ ok: false, refusal: { code: 'unknown_step' } })
})

it('names a fault of what the move carries by the move, before and after it is parsed', async () => {
  const { reference, version } = await opened()
  const faultsOf = async (on: string) =>
    notePhase({
      actor: await staff(),
      seen: { reference, version },
      steps: {},
      move: { name: 'complete', input: { confirmation: 'QR-1', on } },
      now: tuesday,
    })
  expect(await faultsOf('soon')).toMatchObject({
    refusal: { code: 'invalid', errors: { 'move.on': 'date_malformed' } },
  })
  expect(await faultsOf('2026-01-01')).toMatchObject({
    refusal: { code: 'invalid', errors: { 'move.on': 'date_before_request' } },
  })
})

describe('completing and handing over the receipt', () => {
  /** A request at the carrier, and the step in which it was submitted there. */
  async function atCarrier() {
    const { reference } = await submitted()
    const approve = { actor: await reviewer(), seen: { reference }, move: 'approve' as const }
    const { id, version } = must(await makeMove({ ...approve, input: {}, now: tuesday }))
    const one = await oneRequest(await staff(), reference, tuesday)
    const step = one?.situation.guide.steps.find(({ kind }) => kind === 'carrier_submission')
    const steps = {
      [step?.id ?? '']: {
        carrierReference: 'YD-1',
        submittedOn: '2026-03-10',
        passwordTypedByHolder: true,
      },
    }
    const close = async (confirmation: string) =>
      notePhase({
        actor: await staff(),
        seen: { reference, version },
        steps,
        move: { name: 'complete', input: { confirmation } },
        handsOver: true,
        now: tuesday,
      })
    return { reference, id, version, close }
  }

  it('is one act: an event each, the receipt and what comes after last', async () => {
    const { id, close } = await atCarrier()
    const before = await typesOf(id)
    const record = must(await close('QR-1'))
    expect(record.state).toBe('completed')
    expect(await typesOf(id)).toEqual([...before, 'note', 'complete', 'note', 'note'])
    expect(noteOfKind(record, 'receipt')?.outcome).toEqual({ handedOver: 'printed' })
    expect(noteOfKind(record, 'aftercare')?.outcome).toEqual({ ticked: ['receipt_kept'] })
    expect(findingsOf(record, 'demo', '2026-03-10')).not.toContain('receipt_missing')
  })

  it('hands nothing over where completing is refused', async () => {
    const { id, close } = await atCarrier()
    const before = await typesOf(id)
    expect(await close('')).toMatchObject({ ok: false, refusal: { code: 'unmet' } })
    expect(await typesOf(id)).toEqual(before)
  })

  it('can be taken back, and handed over later', async () => {
    const { reference, close } = await atCarrier()
    must(await close('QR-1'))
    const actor = await staff()
    const undo = { actor, reference, duty: 'undo_hand_over' as const, input: {}, now: tuesday }
    const undone = must(await noteDuty(undo))
    expect(undone.state).toBe('completed')
    expect(noteOfKind(undone, 'receipt')).toBeUndefined()
    expect(noteOfKind(undone, 'aftercare')).toBeUndefined()
    expect(findingsOf(undone, 'demo', '2026-03-10')).toContain('receipt_missing')
    expect(await noteDuty(undo)).toMatchObject({ refusal: { code: 'nothing_owed' } })
    const later = { actor, seen: { reference }, steps: {}, handsOver: true, now: tuesday }
    expect(noteOfKind(must(await notePhase(later)), 'receipt')).toBeDefined()
  })
})
