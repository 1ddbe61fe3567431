import { describe, expect, it } from 'vitest'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { judge, unmetDemands } from '@/lib/cancellation/rules/judge'
import type { Situation } from '@/lib/cancellation/rules/situation'
import { type DemandName, type Move, demandNames } from '@/lib/cancellation/rules/workflow'
import { recordIn, situation } from './situations'

type Spoil = (situation: Situation & { record: RequestRecord }) => unknown
type Case = [DemandName, Move, RequestRecord | null, Spoil]

const without =
  (kind: string): Spoil =>
  ({ record }) => {
    record.steps = Object.fromEntries(
      Object.entries(record.steps).filter(([, note]) => note.kind !== kind),
    )
  }
const input =
  (change: Record<string, unknown>): Spoil =>
  (at) =>
    Object.assign(at, { input: { ...at.input, ...change } })
const policy =
  (change: Partial<Situation['policy']>): Spoil =>
  (at) =>
    Object.assign(at, { policy: { ...at.policy, ...change } })
const record =
  (change: Partial<RequestRecord>): Spoil =>
  (at) =>
    Object.assign(at.record, change)
const asked =
  (change: object): Spoil =>
  (at) =>
    Object.assign(at, { asked: { ...at.asked, ...change } })
const open = recordIn('open')
const online = recordIn('open', { channel: 'online' })
const esim = recordIn('open', { cardType: 'esim' })
const itemsOf =
  (kind: string, items: object): Spoil =>
  ({ record: { steps } }) => {
    for (const note of Object.values(steps)) if (note.kind === kind) note.outcome = { items }
  }

const cases: Case[] = [
  ['channel_offered', 'open', null, policy({ offered: false })],
  ['carrier_served', 'open', null, policy({ carrierServed: false })],
  ['store_serves', 'open', null, policy({ storeServes: false })],
  [
    'document_accepted',
    'open',
    null,
    (at) => {
      policy({ documents: ['resident_id'] })(at)
      asked({ document: 'passport' })(at)
    },
  ],
  ['applicant_allowed', 'open', null, asked({ relation: 'agent' })],
  ['number_not_kept', 'open', null, asked({ keepNumber: true })],
  ['consent_given', 'amend', open, asked({ consent: false })],
  ['no_live_request', 'amend', open, asked({ liveElsewhere: true })],
  [
    'materials_complete',
    'submit',
    open,
    itemsOf('materials', { identity_document: { state: 'waived' } }),
  ],
  ['identity_matched', 'submit', open, without('identity_check')],
  [
    'obligations_clear',
    'submit',
    open,
    itemsOf('obligations', { arrears: { state: 'waiting', clearsOn: '2026-03-11' } }),
  ],
  ['balance_noted', 'submit', open, without('balance')],
  ['advice_acknowledged', 'submit', open, without('advice')],
  [
    'instructions_done',
    'submit',
    open,
    (at) =>
      Object.assign(at, {
        guide: {
          ...at.guide,
          steps: at.guide.steps.map((step) =>
            step.id === 'go_to_store' ? { ...step, required: true, id: 'unread' } : step,
          ),
        },
      }),
  ],
  ['form_signed', 'submit', open, without('application_form')],
  ['card_accounted', 'submit', open, without('card_return')],
  ['device_ready', 'submit', esim, without('device_unlock')],
  ['carrier_submitted', 'submit', online, without('carrier_submission')],
  ['facts_fresh', 'submit', open, policy({ factDays: -1 })],
  [
    'contact_reachable',
    'submit',
    open,
    record({ contact: { phone: false, email: false, printedSlipOnly: false } }),
  ],
  ['items_named', 'ask', recordIn('in_review'), input({ items: [{ step: 'materials' }] })],
  [
    'items_answered',
    'supply',
    recordIn('needs_info', { asked: [{ step: 'materials' }] }),
    input({ answers: [{ step: 'advice', words: 'x' }] }),
  ],
  ['reason_given', 'take_back', recordIn('in_review'), input({ reason: undefined })],
  [
    'second_person',
    'approve',
    recordIn('in_review'),
    (at) => Object.assign(at, { actor: { ...at.actor, id: 'clerk' } }),
  ],
  [
    'carrier_result',
    'approve',
    recordIn('in_review', { channel: 'online' }),
    input({ carrierResult: undefined }),
  ],
  ['customer_told', 'reject', recordIn('in_review'), input({ words: '' })],
  [
    'not_pre_cancelled',
    'recall',
    recordIn('closing'),
    record({ preCancelled: { on: '2026-03-01', reinstateUntil: '2026-04-01' } }),
  ],
  ['refusal_documented', 'carrier_refuse', recordIn('closing'), input({ on: '2026-03-11' })],
  [
    'carrier_pre_cancels',
    'note_pre_cancelled',
    recordIn('closing'),
    policy({ preCancelEnds: null }),
  ],
  ['pre_cancellation_dated', 'note_pre_cancelled', recordIn('closing'), input({ on: undefined })],
  ['carrier_confirmed', 'complete', recordIn('closing'), input({ confirmation: undefined })],
  [
    'device_checked',
    'complete',
    recordIn('closing', { cardType: 'esim' }),
    without('device_check'),
  ],
  [
    'before_no_return',
    'withdraw',
    recordIn('in_review'),
    record({ approvedAt: '2026-03-10T02:00:00.000Z' }),
  ],
  [
    'carrier_cancelled_it',
    'withdraw',
    recordIn('in_review', { channel: 'online' }),
    (at) =>
      Object.assign(at.record.steps, {
        sent: { ...Object.values(at.record.steps)[0], kind: 'carrier_submission' },
      }) && input({ carrierCancelledIt: false })(at),
  ],
  ['carrier_not_acting', 'recall', recordIn('closing'), input({ carrierWords: undefined })],
  ['pre_cancelled', 'reinstate', recordIn('closing'), record({ preCancelled: null })],
  [
    'window_open',
    'reinstate',
    recordIn('closing'),
    record({ preCancelled: { on: '2026-01-01', reinstateUntil: '2026-03-09' } }),
  ],
  ['untouched', 'lapse', open, record({ touchedAt: '2026-03-01T02:00:00.000Z' })],
  ['reminded', 'lapse', open, record({ remindedAt: null })],
  [
    'not_at_carrier',
    'lapse',
    online,
    (at) =>
      Object.assign(at.record.steps, {
        sent: { ...Object.values(at.record.steps)[0], kind: 'carrier_submission' },
      }),
  ],
  ['slip_or_identity', 'transfer', open, input({ identityMatched: false })],
  ['other_holder_matched', 'displace', open, input({ otherHolderMatched: false })],
]

const rightful: Partial<Record<Move, 'reviewer' | 'system' | 'staff_elsewhere'>> = {
  ask: 'reviewer',
  approve: 'reviewer',
  reject: 'reviewer',
  carrier_refuse: 'reviewer',
  recall: 'reviewer',
  reinstate: 'reviewer',
  lapse: 'system',
  transfer: 'staff_elsewhere',
  displace: 'staff_elsewhere',
}

describe('each demand, met and unmet', () => {
  it.each(cases)('%s keeps %s back', (name, move, given, spoil) => {
    const at = structuredClone(situation(move, [rightful[move] ?? 'staff'], given)) as Situation & {
      record: RequestRecord
    }
    expect(judge(move, at)).toBeNull()
    spoil(at)
    // A reinstating that was never pre-cancelled has no window either.
    expect(judge(move, at)?.unmet).toEqual(
      name === 'pre_cancelled' ? ['pre_cancelled', 'window_open'] : [name],
    )
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

  it('lets one person approve, with a reason, where the store switched four eyes off', () => {
    const at = situation('approve', ['reviewer'], recordIn('in_review'))
    const alone = {
      ...at,
      actor: { ...at.actor, id: 'clerk' },
      policy: { ...at.policy, fourEyes: false },
    }
    expect(judge('approve', alone)?.unmet).toEqual(['second_person'])
    expect(
      judge('approve', { ...alone, input: { ...alone.input, overrideReason: 'alone tonight' } }),
    ).toBeNull()
  })
})

const unmet = (move: Move, given: RequestRecord | null, ...spoils: Spoil[]) => {
  const whose = rightful[move] ?? 'staff'
  const at = structuredClone(situation(move, [whose], given)) as Parameters<Spoil>[0]
  for (const spoil of spoils) spoil(at)
  return judge(move, at)?.unmet ?? []
}
const noteAs =
  (kind: string, change: object): Spoil =>
  ({ record: { steps } }) => {
    const note = Object.values(steps).find((one) => one.kind === kind) ?? steps.materials
    Object.assign(steps, { [kind]: { ...note, kind, ...change } })
  }
const sent = noteAs('carrier_submission', { outcome: {} })
const dayBefore = '2026-03-09'
const tomorrow = '2026-03-11'

describe('where a demand begins and ends', () => {
  const copy = 'identity_copy'
  const present = Object.fromEntries(
    ['identity_document', copy, 'card', 'payment_proof'].map((id) => [id, { state: 'present' }]),
  )
  const materials = (items: object): Spoil => itemsOf('materials', items)
  const obligations = (items: object): Spoil => itemsOf('obligations', items)
  const balance = (outcome: object) => noteAs('balance', { outcome })
  const asks =
    (step: object): Spoil =>
    (at) =>
      Object.assign(at, { guide: { ...at.guide, steps: [...at.guide.steps, step] } })
  const needsInfo = recordIn('needs_info')
  const reachable = (by: object) =>
    record({ contact: { phone: false, email: false, printedSlipOnly: false, ...by } })
  const signed = record({ contactConfirmed: { how: 'signed', at: '2026-03-10T02:00:00.000Z' } })
  const step = { title: { zh: '', en: '' }, text: { zh: '', en: '' }, audience: 'desk' }
  const read = { ...step, id: 'read', kind: 'instruction', required: true }

  const enough: [string, Move, RequestRecord | null, Spoil[]][] = [
    ['applicant_allowed: the holder', 'open', null, [asked({ relation: 'self' })]],
    [
      'applicant_allowed: one whom the carrier takes',
      'open',
      null,
      [asked({ relation: 'agent' }), policy({ applicants: ['agent'] })],
    ],
    [
      'materials_complete: a copy that may be waived',
      'submit',
      open,
      [materials({ ...present, [copy]: { state: 'waived' } }), policy({ waivable: [copy] })],
    ],
    [
      'obligations_clear: clears today',
      'submit',
      open,
      [obligations({ arrears: { state: 'waiting', clearsOn: '2026-03-10' } })],
    ],
    [
      'balance_noted: before a route had its destination',
      'submit',
      open,
      [balance({ amountFen: 5, route: 'bank_transfer' })],
    ],
    [
      'obligations_clear: not applicable',
      'submit',
      open,
      [obligations({ arrears: { state: 'not_applicable' } })],
    ],
    [
      'obligations_clear: the carrier asks for none',
      'submit',
      open,
      [obligations({}), policy({ obligations: [] })],
    ],
    [
      'balance_noted: the guide does not ask',
      'submit',
      open,
      [
        without('balance'),
        (at) =>
          Object.assign(at, {
            guide: { ...at.guide, steps: at.guide.steps.filter(({ kind }) => kind !== 'balance') },
          }),
      ],
    ],
    ['instructions_done: not required', 'submit', open, [asks({ ...read, required: false })]],
    [
      'instructions_done: of another phase',
      'submit',
      open,
      [asks({ ...read, phase: 'after_approval' })],
    ],
    [
      'instructions_done: done',
      'submit',
      open,
      [asks(read), (at) => Object.assign(at.record.steps, { read: at.record.steps.materials })],
    ],
    [
      'instructions_done: none but instructions',
      'submit',
      open,
      [asks({ ...read, kind: 'advice' })],
    ],
    [
      'facts_fresh: noted after review, and taken back',
      'submit',
      esim,
      [noteAs('device_check', { at: '2026-01-01T02:00:00.000Z' })],
    ],
    ['facts_fresh: on their last day', 'submit', open, [policy({ factDays: 0 })]],
    [
      'facts_fresh: an old submission',
      'submit',
      online,
      [noteAs('carrier_submission', { at: '2026-01-01T02:00:00.000Z', outcome: {} })],
    ],
    ['carrier_submitted: not in store', 'submit', open, [without('carrier_submission')]],
    ['contact_reachable: by phone', 'submit', open, [reachable({ phone: true })]],
    ['contact_reachable: by mail', 'submit', open, [reachable({ email: true })]],
    [
      'contact_reachable: by a slip that was signed',
      'submit',
      open,
      [reachable({ printedSlipOnly: true }), signed],
    ],
    [
      'contact_reachable: by a slip that is signed now',
      'submit',
      open,
      [reachable({ printedSlipOnly: true }), input({ slipSigned: true })],
    ],
    [
      'items_named: one of two',
      'ask',
      recordIn('in_review'),
      [input({ items: [{ step: 'advice' }, { step: 'materials', words: 'again' }] })],
    ],
    ['items_answered: nothing is asked', 'supply', needsInfo, [input({ answers: [] })]],
    [
      'items_answered: by a copy',
      'supply',
      { ...needsInfo, asked: [{ step: 'advice' }] },
      [
        input({ answers: undefined }),
        record({
          sentBack: 1,
          documents: [
            {
              id: 'd',
              step: 'advice',
              material: null,
              pages: 1,
              at: '',
              byCustomer: true,
              round: 1,
            },
          ],
        }),
      ],
    ],
    [
      'carrier_result: not in store',
      'approve',
      recordIn('in_review'),
      [input({ carrierResult: undefined })],
    ],
    [
      'refusal_documented: of before',
      'carrier_refuse',
      recordIn('closing'),
      [input({ on: dayBefore })],
    ],
    [
      'pre_cancellation_dated: of before',
      'note_pre_cancelled',
      recordIn('closing'),
      [input({ on: dayBefore })],
    ],
    ['carrier_confirmed: of before', 'complete', recordIn('closing'), [input({ on: dayBefore })]],
    ['carrier_confirmed: undated', 'complete', recordIn('closing'), [input({ on: undefined })]],
    [
      'carrier_cancelled_it: in store',
      'withdraw',
      open,
      [sent, input({ carrierCancelledIt: undefined })],
    ],
    [
      'carrier_cancelled_it: not sent',
      'withdraw',
      online,
      [input({ carrierCancelledIt: undefined })],
    ],
    ['carrier_cancelled_it: staff say so', 'withdraw', online, [sent]],
    [
      'carrier_not_acting: not sent',
      'recall',
      recordIn('closing'),
      [without('carrier_submission'), input({ carrierWords: undefined })],
    ],
    [
      'window_open: before its last day',
      'reinstate',
      recordIn('closing'),
      [record({ preCancelled: { on: '2026-03-01', reinstateUntil: tomorrow } })],
    ],
    ['untouched: a day longer', 'lapse', open, [record({ touchedAt: '2026-02-07T15:00:00.000Z' })]],
    [
      'untouched: an obligation cleared long ago',
      'lapse',
      open,
      [obligations({ arrears: { state: 'waiting', clearsOn: '2026-02-07' } })],
    ],
    [
      'reminded: three days ago',
      'lapse',
      open,
      [record({ remindedAt: '2026-03-07T02:00:00.000Z' })],
    ],
    [
      'slip_or_identity: by the slip',
      'transfer',
      open,
      [input({ identityMatched: undefined }), (at) => Object.assign(at, { slipCodeRight: true })],
    ],
  ]

  it.each(enough)('%s is enough to %s', (_, move, given, spoils) => {
    expect(unmet(move, given, ...spoils)).toEqual([])
  })

  const tooLittle: [DemandName, string, Move, RequestRecord, Spoil[]][] = [
    ['materials_complete', 'one is not noted', 'submit', open, [materials({})]],
    ['materials_complete', 'none is noted', 'submit', open, [without('materials')]],
    [
      'contact_reachable',
      'the slip is not signed',
      'submit',
      open,
      [reachable({ printedSlipOnly: true })],
    ],
    [
      'contact_reachable',
      'a customer says that it is signed',
      'submit',
      online,
      [
        reachable({ printedSlipOnly: true }),
        input({ slipSigned: true }),
        (at) => Object.assign(at.actor, { kind: 'customer', capacities: ['customer'] }),
      ],
    ],
    [
      'materials_complete',
      'one that may not be waived',
      'submit',
      open,
      [materials({ ...present, [copy]: { state: 'waived' } })],
    ],
    [
      'materials_complete',
      'one that is neither',
      'submit',
      open,
      [materials({ ...present, [copy]: { state: 'absent' } }), policy({ waivable: [copy] })],
    ],
    [
      'obligations_clear',
      'one of two is not noted',
      'submit',
      open,
      [policy({ obligations: ['arrears', 'contract'] })],
    ],
    ['obligations_clear', 'none is noted', 'submit', open, [without('obligations')]],
    [
      'obligations_clear',
      'it waits without a day',
      'submit',
      open,
      [obligations({ arrears: { state: 'waiting' } })],
    ],
    [
      'obligations_clear',
      'somebody has to act, whatever day was expected',
      'submit',
      open,
      [obligations({ arrears: { state: 'waiting', waitsFor: 'carrier', clearsOn: '2026-03-01' } })],
    ],
    [
      'balance_noted',
      'where it goes is missing',
      'submit',
      open,
      [balance({ amountFen: 5, route: 'bank_transfer', destination: 'missing' })],
    ],
    ['instructions_done', 'one is not done', 'submit', open, [asks(read)]],
    [
      'facts_fresh',
      'one is too old',
      'submit',
      open,
      [policy({ factDays: 15 }), noteAs('balance', { at: '2026-02-22T02:00:00.000Z' })],
    ],
    ['items_named', 'nothing at all', 'ask', recordIn('in_review'), [input({ items: undefined })]],
    [
      'items_named',
      'empty words',
      'ask',
      recordIn('in_review'),
      [input({ items: [{ step: 'materials', words: '' }] })],
    ],
    [
      'items_answered',
      'one of two',
      'supply',
      recordIn('needs_info', {
        asked: [{ step: 'materials' }, { step: 'advice' }],
      }),
      [],
    ],
    [
      'items_answered',
      'without words',
      'supply',
      recordIn('needs_info', {
        asked: [{ step: 'materials' }],
      }),
      [input({ answers: [{ step: 'materials', words: '' }] })],
    ],
    [
      'items_answered',
      'not at all',
      'supply',
      recordIn('needs_info', {
        asked: [{ step: 'materials' }],
      }),
      [input({ answers: undefined })],
    ],
    ['reason_given', 'an empty one', 'take_back', recordIn('in_review'), [input({ reason: '' })]],
    ['reason_given', 'none', 'take_back', recordIn('in_review'), [input({ reason: null })]],
    [
      'refusal_documented',
      'no reason',
      'carrier_refuse',
      recordIn('closing'),
      [input({ reason: undefined })],
    ],
    [
      'refusal_documented',
      'no reference',
      'carrier_refuse',
      recordIn('closing'),
      [input({ carrierReference: undefined })],
    ],
    [
      'refusal_documented',
      'no day',
      'carrier_refuse',
      recordIn('closing'),
      [input({ on: undefined })],
    ],
    [
      'pre_cancellation_dated',
      'tomorrow',
      'note_pre_cancelled',
      recordIn('closing'),
      [input({ on: tomorrow })],
    ],
    ['carrier_confirmed', 'tomorrow', 'complete', recordIn('closing'), [input({ on: tomorrow })]],
    [
      'carrier_submitted',
      'not after approval',
      'complete',
      recordIn('closing'),
      [without('carrier_submission')],
    ],
    [
      'carrier_cancelled_it',
      'the customer cannot say it',
      'withdraw',
      online,
      [sent, (at) => Object.assign(at, { actor: { ...at.actor, kind: 'customer' } })],
    ],
    [
      'untouched',
      'on the last day',
      'lapse',
      open,
      [record({ touchedAt: '2026-02-08T02:00:00.000Z' })],
    ],
    [
      'untouched',
      'an obligation cleared since',
      'lapse',
      open,
      [obligations({ arrears: { state: 'waiting', clearsOn: '2026-03-01' } })],
    ],
    [
      'reminded',
      'two days ago',
      'lapse',
      open,
      [record({ remindedAt: '2026-03-08T02:00:00.000Z' })],
    ],
    [
      'slip_or_identity',
      'a wrong slip',
      'transfer',
      open,
      [input({ identityMatched: undefined }), (at) => Object.assign(at, { slipCodeRight: false })],
    ],
  ]

  it.each(tooLittle)('%s, %s, keeps %s back', (name, _, move, given, spoils) => {
    expect(unmet(move, given, ...spoils)).toEqual([name])
  })

  it('an amendment without an applicant keeps the applicant', () => {
    const at = situation('submit', ['staff'], open)
    const nothingAsked = { ...at, asked: undefined }
    expect(unmetDemands('amend', nothingAsked)).toEqual([
      'number_not_kept',
      'consent_given',
      'no_live_request',
    ])
  })

  it('nobody who worked on a request may approve it, in any round', () => {
    const hands = { openedBy: null, amendedBy: [], submittedBy: [], identityNotedBy: [] }
    const people: RequestRecord['people'][] = [
      { ...hands, openedBy: 'someone-else' },
      { ...hands, amendedBy: ['a', 'someone-else'] },
      { ...hands, submittedBy: ['a', 'someone-else'] },
      { ...hands, identityNotedBy: ['a', 'someone-else'] },
    ]
    for (const touched of people) {
      const record = recordIn('in_review', { people: touched })
      expect(unmet('approve', record)).toEqual(['second_person'])
    }
    expect(unmet('approve', recordIn('in_review', { people: hands }))).toEqual([])
    const reason = input({ overrideReason: 'alone tonight' })
    const own = recordIn('in_review', { people: { ...hands, openedBy: 'someone-else' } })
    expect(unmet('approve', own, reason)).toEqual(['second_person'])
  })

  it('lists all unmet demands in the order of the table', () => {
    const nothing = recordIn('open', { steps: {} })
    expect(judge('submit', situation('submit', ['staff'], nothing))?.code).toBe('unmet')
    expect(unmet('submit', nothing)).toEqual([
      'materials_complete',
      'identity_matched',
      'obligations_clear',
      'balance_noted',
      'advice_acknowledged',
      'form_signed',
      'card_accounted',
    ])
  })
})
