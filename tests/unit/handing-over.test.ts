import { describe, expect, it } from 'vitest'
import { judgeDuty } from '@/lib/cancellation/rules/duties'
import { handOverNotes, handedOverSteps } from '@/lib/cancellation/rules/handing-over'
import type { RequestRecord, StepNote } from '@/lib/cancellation/rules/request-record'
import type { JudgedActor } from '@/lib/cancellation/rules/situation'
import type { NotedKind } from '@/lib/domain/step-kinds'
import { stepsFor } from '@/lib/guide/seed/paths'
import { recordIn } from './situations'

const guide = { steps: stepsFor('esim', 'in_store') }
const noted = (kind: NotedKind, outcome: object, more: Partial<StepNote> = {}) =>
  ({
    [kind]: { kind, at: '2026-03-10T02:00:00.000Z', by: 'clerk', sequence: 9, outcome, ...more },
  }) as Record<string, StepNote>
const refund = (state: 'none' | 'pending' | 'paid') =>
  ({ state, amountFen: 100, route: 'cash' }) as RequestRecord['refund']
const ticks = (change: Partial<RequestRecord>) =>
  Object.values(handOverNotes(recordIn('completed', { steps: {}, ...change }), guide)).flatMap(
    ({ ticked }) => (ticked ? [ticked] : []),
  )[0]

describe('handing over the receipt', () => {
  it('notes the receipt as printed, and of what comes after only what is known', () => {
    const notes = handOverNotes(recordIn('completed', { steps: {}, refund: null }), guide)
    expect(Object.values(notes)).toEqual([{ handedOver: 'printed' }, { ticked: ['receipt_kept'] }])
    expect(ticks({ refund: refund('pending') })).toEqual(['receipt_kept'])
    expect(ticks({ refund: refund('none') })).toEqual(['receipt_kept', 'balance_moved'])
    expect(ticks({ refund: refund('paid') })).toEqual(['receipt_kept', 'balance_moved'])
  })

  it('says that an eSIM’s profile is gone only where somebody saw it', () => {
    const seen = (state: string) => ({ steps: noted('device_check', { state }), refund: null })
    expect(ticks(seen('profile_deleted'))).toContain('profile_deleted')
    expect(ticks(seen('no_service'))).not.toContain('profile_deleted')
  })

  it('leaves what was noted before as it is', () => {
    const [receipt = '', aftercare = ''] = Object.keys(
      handOverNotes(recordIn('completed', { steps: {} }), guide),
    )
    const { aftercare: note } = noted('aftercare', { ticked: ['devices_unbound'] })
    const record = recordIn('completed', { steps: { [aftercare]: note as StepNote } })
    expect(Object.keys(handOverNotes(record, guide))).toEqual([receipt])
  })
})

describe('taking back that it was handed over', () => {
  const receipt = noted('receipt', { handedOver: 'printed' })
  const clerk: JudgedActor = { kind: 'account', id: 'clerk', capacities: ['staff'] }

  it('undoes what was noted in the same act, and nothing that the customer has ticked', () => {
    const both = { ...receipt, ...noted('aftercare', { ticked: ['receipt_kept'] }) }
    expect(handedOverSteps({ steps: both })).toEqual(['receipt', 'aftercare'])
    const since = noted('aftercare', { ticked: ['devices_unbound'] }, { by: null })
    expect(handedOverSteps({ steps: { ...receipt, ...since } })).toEqual(['receipt'])
    expect(handedOverSteps({ steps: since })).toEqual([])
  })

  it('is for people of the store, once it was handed over', () => {
    const over = recordIn('completed', { steps: receipt })
    expect(judgeDuty('undo_hand_over', {}, over, clerk)).toBeNull()
    expect(judgeDuty('undo_hand_over', {}, recordIn('completed', { steps: {} }), clerk)).toEqual({
      code: 'nothing_owed',
    })
    for (const kind of ['customer', 'account'] as const)
      expect(judgeDuty('undo_hand_over', {}, over, { kind, id: 'x', capacities: [] })).toEqual({
        code: 'not_yours',
      })
  })
})
