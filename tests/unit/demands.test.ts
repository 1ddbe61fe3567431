import { describe, expect, it } from 'vitest'
import type { RequestRecord } from '@/lib/cancellation/facts'
import { judge } from '@/lib/cancellation/judge'
import type { Situation } from '@/lib/cancellation/situation'
import { type DemandName, type Move, demandNames } from '@/lib/cancellation/workflow'
import { recordIn, situation } from './situations'

type Spoil = (situation: Situation & { record: RequestRecord }) => unknown
type Case = [DemandName, Move, RequestRecord | null, Spoil]

const without = (kind: string): Spoil => ({ record }) => {
  record.steps = Object.fromEntries(Object.entries(record.steps).filter(([, note]) => note.kind !== kind))
}
const input = (change: Record<string, unknown>): Spoil => (at) => Object.assign(at, { input: { ...at.input, ...change } })
const policy = (change: Partial<Situation['policy']>): Spoil => (at) => Object.assign(at, { policy: { ...at.policy, ...change } })
const record = (change: Partial<RequestRecord>): Spoil => (at) => Object.assign(at.record, change)
const asked = (change: object): Spoil => (at) => Object.assign(at, { asked: { ...at.asked, ...change } })
const open = recordIn('open')
const online = recordIn('open', { channel: 'online' })
const esim = recordIn('open', { cardType: 'esim' })
const itemsOf = (kind: string, items: object): Spoil => ({ record: { steps } }) => {
  for (const note of Object.values(steps)) if (note.kind === kind) note.outcome = { items }
}

const cases: Case[] = [
  ['channel_offered', 'open', null, policy({ offered: false })],
  ['store_serves', 'open', null, policy({ storeServes: false })],
  ['applicant_allowed', 'open', null, asked({ relation: 'agent' })],
  ['number_not_kept', 'open', null, asked({ keepNumber: true })],
  ['consent_given', 'amend', open, asked({ consent: false })],
  ['no_live_request', 'amend', open, asked({ liveElsewhere: true })],
  ['materials_complete', 'submit', open, itemsOf('materials', { identity_document: { state: 'waived' } })],
  ['identity_matched', 'submit', open, without('identity_check')],
  ['obligations_clear', 'submit', open, itemsOf('obligations', { arrears: { state: 'waiting', clearsOn: '2026-03-11' } })],
  ['balance_noted', 'submit', open, without('balance')],
  ['advice_acknowledged', 'submit', open, without('advice')],
  ['instructions_done', 'submit', open, (at) => Object.assign(at, { guide: { ...at.guide, steps: at.guide.steps.map((step) => (step.id === 'go_to_store' ? { ...step, required: true, id: 'unread' } : step)) } })],
  ['form_signed', 'submit', open, without('application_form')],
  ['card_accounted', 'submit', open, without('card_return')],
  ['device_ready', 'submit', esim, without('device_unlock')],
  ['carrier_submitted', 'submit', online, without('carrier_submission')],
  ['facts_fresh', 'submit', open, policy({ factDays: -1 })],
  ['contact_reachable', 'submit', open, record({ contact: { phone: false, email: false, printedSlipOnly: false } })],
  ['items_named', 'ask', recordIn('in_review'), input({ items: [{ step: 'materials' }] })],
  ['items_answered', 'supply', recordIn('needs_info', { asked: [{ step: 'materials' }] }), input({ answers: [{ step: 'advice', words: 'x' }] })],
  ['reason_given', 'take_back', recordIn('in_review'), input({ reason: undefined })],
  ['second_person', 'approve', recordIn('in_review'), (at) => Object.assign(at, { actor: { ...at.actor, id: 'clerk' } })],
  ['carrier_result', 'approve', recordIn('in_review', { channel: 'online' }), input({ carrierResult: undefined })],
  ['customer_told', 'reject', recordIn('in_review'), input({ words: '' })],
  ['not_pre_cancelled', 'recall', recordIn('closing'), record({ preCancelled: { on: '2026-03-01', reinstateUntil: '2026-04-01' } })],
  ['refusal_documented', 'carrier_refuse', recordIn('closing'), input({ on: '2026-03-11' })],
  ['carrier_pre_cancels', 'note_pre_cancelled', recordIn('closing'), policy({ preCancels: false })],
  ['pre_cancellation_dated', 'note_pre_cancelled', recordIn('closing'), input({ on: undefined })],
  ['carrier_confirmed', 'complete', recordIn('closing'), input({ confirmation: undefined })],
  ['device_checked', 'complete', recordIn('closing', { cardType: 'esim' }), without('device_check')],
  ['before_no_return', 'withdraw', recordIn('in_review'), record({ approvedAt: '2026-03-10T02:00:00.000Z' })],
  ['carrier_cancelled_it', 'withdraw', recordIn('in_review', { channel: 'online' }), (at) => Object.assign(at.record.steps, { sent: { ...Object.values(at.record.steps)[0], kind: 'carrier_submission' } }) && input({ carrierCancelledIt: false })(at)],
  ['carrier_not_acting', 'recall', recordIn('closing'), input({ carrierWords: undefined })],
  ['pre_cancelled', 'reinstate', recordIn('closing'), record({ preCancelled: null })],
  ['window_open', 'reinstate', recordIn('closing'), record({ preCancelled: { on: '2026-01-01', reinstateUntil: '2026-03-09' } })],
  ['untouched', 'lapse', open, record({ touchedAt: '2026-03-01T02:00:00.000Z' })],
  ['reminded', 'lapse', open, record({ remindedAt: null })],
  ['not_at_carrier', 'lapse', online, (at) => Object.assign(at.record.steps, { sent: { ...Object.values(at.record.steps)[0], kind: 'carrier_submission' } })],
  ['slip_or_identity', 'transfer', open, input({ identityMatched: false })],
  ['other_holder_matched', 'displace', open, input({ otherHolderMatched: false })],
]

const rightful: Partial<Record<Move, 'reviewer' | 'system' | 'staff_elsewhere'>> = {
  ask: 'reviewer', approve: 'reviewer', reject: 'reviewer', carrier_refuse: 'reviewer', recall: 'reviewer', reinstate: 'reviewer', lapse: 'system', transfer: 'staff_elsewhere', displace: 'staff_elsewhere',
}

describe('each demand, met and unmet', () => {
  it.each(cases)('%s keeps %s back', (name, move, given, spoil) => {
    const at = structuredClone(situation(move, [rightful[move] ?? 'staff'], given)) as Situation & { record: RequestRecord }
    expect(judge(move, at)).toBeNull()
    spoil(at)
    // A reinstating that was never pre-cancelled has no window either.
    expect(judge(move, at)?.unmet).toEqual(name === 'pre_cancelled' ? ['pre_cancelled', 'window_open'] : [name])
  })

  it('leaves none out', () => {
    expect(cases.map(([name]) => name).sort()).toEqual([...demandNames].sort())
  })

  it.each([
    ['the holder', 'self', 'identity_document'],
    ['a guardian', 'guardian', 'guardianship_proof'],
    ['an agent', 'agent', 'mandate'],
  ] as const)('never waives what proves %s, though the carrier lists it', (_, relation, proof) => {
    const at = structuredClone(situation('submit', ['staff'], recordIn('open', { relation })))
    at.policy.waivable = at.guide.materials.map(({ id }) => id)
    const waive = (...waived: string[]) => {
      const materials = at.record?.steps.materials
      const items = Object.keys((materials?.outcome.items ?? {}) as object).map((id) => [
        id,
        { state: waived.includes(id) ? 'waived' : 'present' },
      ])
      Object.assign(materials ?? {}, { outcome: { items: Object.fromEntries(items) } })
      return judge('submit', at)
    }
    expect(waive('identity_copy')).toBeNull()
    expect(waive('identity_copy', proof)?.unmet).toEqual(['materials_complete'])
  })

  it('lets one person approve where the store switched four eyes off, with a reason', () => {
    const at = situation('approve', ['reviewer'], recordIn('in_review'))
    const alone = { ...at, actor: { ...at.actor, id: 'clerk' }, policy: { ...at.policy, fourEyes: false } }
    expect(judge('approve', alone)?.unmet).toEqual(['second_person'])
    expect(judge('approve', { ...alone, input: { ...alone.input, overrideReason: 'alone tonight' } })).toBeNull()
  })
})
