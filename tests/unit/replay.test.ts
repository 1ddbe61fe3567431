import { describe, expect, it } from 'vitest'
import type { RecordedEvent } from '@/lib/cancellation/rules/request-record'
import { mergeEncryptedFields } from '@/lib/cancellation/rules/merge-encrypted-fields'
import { replay } from '@/lib/cancellation/rules/replay'
import { stageOf } from '@/lib/cancellation/rules/stage'
import { recordIn } from './situations'

const {
  store,
  carrier,
  region,
  cardType,
  channel,
  relation,
  reason,
  revisionId,
  documentType,
  documentCountry,
  applicantDocument,
  authority,
  contact,
  previous,
} = recordIn('open')
const particulars = {
  store,
  carrier,
  region,
  cardType,
  channel,
  relation,
  reason,
  revisionId,
  documentType,
  documentCountry,
  applicantDocument,
  authority,
  contact,
  previous,
}
const event = (sequence: number, type: string, facts: object = {}): RecordedEvent => ({
  sequence,
  type,
  at: `2026-03-10T02:00:0${sequence}.000Z`,
  actor: { kind: 'account', id: 'clerk' },
  facts: facts as Record<string, unknown>,
})
const opening = event(1, 'open', { id: 'r', reference: 'REF', particulars })

describe('replay', () => {
  it('notes, corrects and undoes', () => {
    const events = [
      opening,
      event(2, 'note', {
        step: 'balance',
        kind: 'balance',
        outcome: { amountFen: 100, route: 'cash' },
      }),
      event(3, 'note', { step: 'advice', kind: 'advice', outcome: {} }),
    ]
    expect(replay(events)).toMatchObject({
      version: 3,
      refund: { state: 'pending', amountFen: 100 },
      steps: { balance: { sequence: 2 }, advice: { sequence: 3 } },
    })
    const amended = replay([
      ...events,
      event(4, 'amend', { particulars: { ...particulars, region: 'CN-BJ' }, undone: ['balance'] }),
    ])
    expect(amended).toMatchObject({
      region: 'CN-BJ',
      refund: null,
      people: { openedBy: 'clerk', amendedBy: ['clerk'] },
    })
    expect(Object.keys(amended?.steps ?? {})).toEqual(['advice'])
  })

  it('counts how often it went back, which the report calls not right the first time', () => {
    const events = ['submit', 'ask', 'supply', 'approve', 'carrier_refuse', 'take_back'].map(
      (type, place) => event(place + 2, type),
    )
    expect(replay([opening, ...events])?.sentBack).toBe(3)
    expect(replay([opening, event(2, 'submit'), event(3, 'approve')])?.sentBack).toBe(0)
  })

  it('owes a card back when the request ends otherwise', () => {
    const taken = [
      opening,
      event(2, 'note', {
        step: 'card_return',
        kind: 'card_return',
        outcome: { state: 'returned' },
      }),
    ]
    expect(replay([...taken, event(3, 'withdraw', { reason: 'other' })])).toMatchObject({
      state: 'withdrawn',
      cardOwed: true,
      ending: { move: 'withdraw', reason: 'other' },
    })
    expect(replay([opening, event(2, 'withdraw')])).toMatchObject({ cardOwed: false })
  })

  it('begins in the hands of whoever recorded it, and in nobody’s before that was kept', () => {
    const facts = { ...opening.facts, assignee: 'clerk' }
    expect(replay([{ ...opening, facts }])?.assignee).toBe('clerk')
    expect(replay([opening])?.assignee).toBeNull()
  })

  it('clears the assignee when another store takes it over', () => {
    const inHand = [opening, event(2, 'assign', { assignee: 'clerk' })]
    expect(replay(inHand)?.assignee).toBe('clerk')
    expect(replay([...inHand, event(3, 'submit')])?.assignee).toBe('clerk')
    const taken = replay([...inHand, event(3, 'transfer', { store: 'far' })])
    expect(taken).toMatchObject({ store: 'far', state: 'open', assignee: null })
  })

  it('was never submitted, once it was taken back', () => {
    const submitted = [opening, event(2, 'submit')]
    expect(replay(submitted)?.submittedAt).toBe(event(2, 'submit').at)
    expect(replay([...submitted, event(3, 'ask')])?.submittedAt).toBe(event(2, 'submit').at)
    expect(replay([...submitted, event(3, 'take_back')])?.submittedAt).toBeNull()
  })

  it('distinguishes stages that share a state', () => {
    expect(
      stageOf({ state: 'withdrawn', preCancelled: null, ending: { move: 'lapse', reason: null } }),
    ).toBe('lapsed')
    expect(
      stageOf({
        state: 'withdrawn',
        preCancelled: null,
        ending: { move: 'displace', reason: null },
      }),
    ).toBe('displaced')
    expect(
      stageOf({ state: 'closing', preCancelled: { on: 'x', reinstateUntil: 'y' }, ending: null }),
    ).toBe('pre_cancelled')
  })

  it('keeps the words of a step under it, and drops them with it', () => {
    const noted = mergeEncryptedFields(
      { holderName: 'A' },
      'note',
      { step: 'balance' },
      { words: 'cash please' },
    )
    expect(noted).toEqual({ holderName: 'A', notes: { balance: { words: 'cash please' } } })
    expect(mergeEncryptedFields(noted, 'note', { step: 'balance' }, {})).toEqual({
      holderName: 'A',
    })
    expect(
      mergeEncryptedFields(noted, 'amend', { undone: ['balance'] }, { holderName: 'B' }),
    ).toEqual({
      holderName: 'B',
    })
    expect(mergeEncryptedFields(noted, 'reject', {}, { words: 'no' })).toMatchObject({
      moves: { reject: { words: 'no' } },
    })
  })
})

describe('a record after its opening', () => {
  it('holds what was asked for, and nothing that came later', () => {
    expect(replay([opening])).toEqual({
      ...particulars,
      id: 'r',
      reference: 'REF',
      state: 'open',
      version: 1,
      customerWaiting: false,
      openedAt: opening.at,
      updatedAt: opening.at,
      touchedAt: opening.at,
      submittedAt: null,
      approvedAt: null,
      endedAt: null,
      ending: null,
      steps: {},
      asked: [],
      pausedOn: null,
      people: { openedBy: 'clerk', amendedBy: [], submittedBy: [], identityNotedBy: [] },
      preCancelled: null,
      confirmedOn: null,
      promises: { decision: null, end: null },
      slip: { serial: 1 },
      receipt: null,
      card: null,
      cardOwed: false,
      waitsUntil: null,
      sentBack: 0,
      overridden: false,
      flagged: { overdue: null, dayCome: null, stalled: null },
      assignee: null,
      refund: null,
      remindedAt: null,
    })
    expect(replay([])).toBeNull()
  })

  it.each([
    ['no particulars', { id: 'r', reference: 'REF' }],
    ['no id', { reference: 'REF', particulars }],
    ['no reference', { id: 'r', particulars }],
  ])('does not come of a history that begins with %s', (_, facts) => {
    expect(() => replay([event(1, 'note', facts)])).toThrow('the history begins with note')
  })
})

const given = (...later: [string, object?][]) =>
  replay([opening, ...later.map(([type, facts], place) => event(place + 2, type, facts))])
const atOf = (sequence: number) => event(sequence, '').at
const note = (kind: string, outcome: object = {}, more: object = {}): [string, object] => [
  'note',
  { step: kind, kind, outcome, ...more },
]
const copy = (id: string, step: string) => ({ id, step, material: null, pages: 1 })
const promise = (date: string) => ({ date, estimated: false, reason: 'from_submission' })
const promises = { decision: promise('2026-03-13'), end: promise('2026-03-16') }

describe('a note in the record', () => {
  it('records who noted what, and when', () => {
    expect(given(note('advice', { accountsUnbound: true }))?.steps.advice).toEqual({
      kind: 'advice',
      at: atOf(2),
      by: 'clerk',
      sequence: 2,
      outcome: { accountsUnbound: true },
    })
    expect(given(['note', { step: 'advice', kind: 'advice' }])?.steps.advice?.outcome).toEqual({})
  })

  it('lists each account that noted the identity once, and no others', () => {
    const by = (id: string | null, sequence: number, kind = 'identity_check') => {
      const actor = { kind: 'account', id } as const
      return { ...event(sequence, 'note', { step: kind, kind }), actor }
    }
    const noted = [by('a', 2), by('b', 3), by('a', 4), by(null, 5), by('c', 6, 'advice')]
    expect(replay([opening, ...noted])?.people.identityNotedBy).toEqual(['a', 'b'])
  })

  it('of a card that was taken says where it lies, of a balance what is owed back', () => {
    expect(given(note('card_return', { state: 'returned' }, { bag: 'demo-1' }))?.card).toEqual({
      store: 'demo',
      bag: 'demo-1',
      gone: null,
    })
    expect(given(note('card_return', { state: 'returned' }))?.card?.bag).toBeNull()
    expect(given(note('advice', { state: 'returned' }))?.card).toBeNull()
    const refund = (amountFen: number) =>
      given(note('balance', { amountFen, route: 'cash' }))?.refund
    expect(refund(1)).toEqual({ state: 'pending', amountFen: 1, route: 'cash' })
    expect(refund(0)).toEqual({ state: 'none', amountFen: 0, route: 'cash' })
  })

  it('of obligations says until when the request waits', () => {
    const items = { contract: { state: 'waiting', clearsOn: '2026-05-01' } }
    expect(given(note('obligations', { items }))?.waitsUntil).toBe('2026-05-01')
  })

  it('is of a step and a kind', () => {
    expect(() => given(['note', { kind: 'advice' }])).toThrow('a note without its step')
    expect(() => given(['note', { step: 'advice' }])).toThrow('a note without its step')
  })
})

describe('what the desk and its people note beside the steps', () => {
  it.each([
    ['a customer who waits', [['wait', { customerWaiting: true }]], { customerWaiting: true }],
    [
      'one who waits no more',
      [['wait', { customerWaiting: true }], ['wait']],
      {
        customerWaiting: false,
      },
    ],
    ['a new slip', [['reissue_slip'], ['reissue_slip']], { slip: { serial: 3 } }],
    ['photos purged', [['purge_photos']], { photosPurged: true }],
    [
      'a contact made sure of',
      [['confirm_contact', { how: 'code' }]],
      {
        contactConfirmed: { how: 'code', at: atOf(2) },
      },
    ],
    ['a reminder of what is left to do', [['remind_aftercare']], { aftercareRemindedAt: atOf(2) }],
    ['how it went', [['rate', { rating: 'smooth' }]], { rating: 'smooth' }],
    [
      'a receipt that was not handed over after all',
      [note('receipt', { handedOver: 'printed' }), ['undo_hand_over', { undone: ['receipt'] }]],
      { steps: {} },
    ],
    ['two copies of the receipt', [['reprint_receipt'], ['reprint_receipt']], { reprints: 2 }],
    ['a reminder', [['remind']], { remindedAt: atOf(2) }],
    ['who has it in hand', [['assign', { assignee: 'b' }]], { assignee: 'b' }],
    ['nobody any more', [['assign', { assignee: 'b' }], ['assign']], { assignee: null }],
    [
      'a card into a bag',
      [note('card_return', { state: 'returned' }), ['bag_card', { bag: 'demo-2' }]],
      { card: { store: 'demo', bag: 'demo-2', gone: null } },
    ],
    [
      'promises counted anew',
      [
        ['submit', { promises }],
        ['reckon_anew', { promises: { end: promise('2026-03-17') } }],
      ],
      { promises: { ...promises, end: promise('2026-03-17') } },
    ],
    [
      'a promise that passed',
      [['flag_overdue', { day: '2026-03-13' }]],
      {
        flagged: { overdue: '2026-03-13', dayCome: null, stalled: null },
      },
    ],
    [
      'a request that stalls',
      [
        ['flag_overdue', { day: 'x' }],
        ['flag_stalled', { day: 'y' }],
      ],
      {
        flagged: { overdue: 'x', dayCome: null, stalled: 'y' },
      },
    ],
    [
      'a day that came',
      [
        ['flag_stalled', { day: 'y' }],
        ['tell_day_come', { day: 'z' }],
      ],
      {
        flagged: { overdue: null, dayCome: 'z', stalled: 'y' },
      },
    ],
    [
      'a refund paid',
      [note('balance', { amountFen: 5, route: 'cash' }), ['note_refund', { refund: 'paid' }]],
      { refund: { state: 'paid', amountFen: 5, route: 'cash' } },
    ],
    ['a refund of nothing', [['note_refund', { refund: 'paid' }]], { refund: null }],
  ] as [string, [string, object?][], object][])('%s', (_, events, expected) => {
    expect(given(...events)).toMatchObject(expected)
  })

  it('a look changes nothing but the record of looks', () => {
    for (const type of ['reveal', 'view_document']) {
      expect(given([type])).toEqual({
        ...given(),
        version: 2,
        updatedAt: atOf(2),
        lookedAfter: 1,
      })
    }
  })

  it('an event is read by its type, not by its facts', () => {
    const says = {
      revisionId: 'v2',
      document: copy('d1', 'materials'),
      how: 'code',
      rating: 'smooth',
    }
    expect(given(['assign', says])).toEqual(given(['assign']))
    expect(given(['wait', says])).toEqual(given(['wait']))
  })

  it.each([
    'remind',
    'flag_overdue',
    'flag_stalled',
    'tell_day_come',
    'reckon_anew',
    'mask',
    'purge_photos',
    'erase',
    'remind_aftercare',
  ])("%s is the desk's own note: nobody touched the request", (type) => {
    expect(given([type])).toMatchObject({ version: 2, updatedAt: atOf(2), touchedAt: atOf(1) })
  })

  it('any activity clears the reminder and the stalled flag', () => {
    const stalls: [string, object] = ['flag_stalled', { day: 'y' }]
    const touched = given(['remind'], ['flag_overdue', { day: 'x' }], stalls, note('advice'))
    expect(touched).toMatchObject({
      touchedAt: atOf(5),
      remindedAt: null,
      flagged: { overdue: 'x', dayCome: null, stalled: null },
    })
  })

  it('a look touches nothing, and tells after which version there were looks alone', () => {
    const looked = given(note('advice'), ['reveal'], ['view_document'])
    expect(looked).toMatchObject({ version: 4, touchedAt: atOf(2), lookedAfter: 2 })
    expect(given(note('advice'), ['reveal'], ['remind'])).not.toHaveProperty('lookedAfter')
  })
})

describe('copies of documents', () => {
  const added: [string, object] = ['add_document', { document: copy('d1', 'materials') }]

  it('are kept with when they came, from whom and in which round, until they are dropped', () => {
    const stored = {
      ...copy('d1', 'materials'),
      at: atOf(2),
      byCustomer: false,
      round: 0,
    }
    expect(given(added)?.documents).toEqual([stored])
    const two: [string, object] = ['add_document', { document: copy('d2', 'advice') }]
    const back = given(added, ['submit'], ['ask'], two)
    expect(back?.documents).toEqual([
      stored,
      { ...copy('d2', 'advice'), at: atOf(5), byCustomer: false, round: 1 },
    ])
    expect(given(added, two, ['drop_document', { dropped: 'd1' }])?.documents).toMatchObject([
      { id: 'd2' },
    ])
    const byCustomer = { ...event(2, ...added), actor: { kind: 'customer', id: null } as const }
    expect(replay([opening, byCustomer])?.documents?.[0]?.byCustomer).toBe(true)
  })

  it('follow their step to another revision of the guide, as notes and questions do', () => {
    const carried = { advice: 'counsel', form: null, materials: 'papers' }
    const changed = given(
      note('advice'),
      note('form'),
      added,
      ['ask', { asked: [{ step: 'advice' }, { step: 'elsewhere' }] }],
      ['change_guide', { revisionId: 'v2', carried, added: ['new'] }],
    )
    expect(changed).toMatchObject({
      revisionId: 'v2',
      addedSteps: ['new'],
      documents: [{ id: 'd1', step: 'papers' }],
      asked: [{ step: 'counsel' }, { step: 'elsewhere' }],
    })
    expect(Object.keys(changed?.steps ?? {})).toEqual(['counsel'])
    const other: [string, object] = ['add_document', { document: copy('d2', 'elsewhere') }]
    const kept = given(other, ['change_guide', { revisionId: 'v2', carried: {} }])
    expect(kept?.documents).toMatchObject([{ step: 'elsewhere' }])
    const bare = given(note('advice'), ['change_guide', { revisionId: 'v2' }])
    expect(bare).toMatchObject({ addedSteps: [], steps: {} })
    expect(bare).not.toHaveProperty('documents')
  })
})

describe('a request that was erased', () => {
  it('names no earlier request, and no reference of the carrier', () => {
    const named = event(1, 'open', {
      id: 'r',
      reference: 'REF',
      particulars: { ...particulars, previous: 'EARLIER' },
    })
    const outcome = { carrierReference: 'CM-77', submittedOn: '2026-03-09' }
    const sent = event(2, ...note('carrier_submission', outcome))
    expect(replay([named, sent])?.previous).toBe('EARLIER')
    expect(replay([named, sent, event(3, 'erase')])).toMatchObject({
      previous: null,
      photosPurged: true,
      erased: true,
      steps: { carrier_submission: { outcome: { submittedOn: '2026-03-09' } } },
    })
    expect(JSON.stringify(replay([named, sent, event(3, 'erase')]))).not.toContain('CM-77')
  })
})

describe('a move in the record', () => {
  it('leads to its state, and keeps what it says', () => {
    expect(given(['submit', { promises }])).toMatchObject({
      state: 'in_review',
      promises,
      submittedAt: atOf(2),
      endedAt: null,
      sentBack: 0,
      people: { openedBy: 'clerk', amendedBy: [], submittedBy: ['clerk'], identityNotedBy: [] },
    })
    const preCancelled = { on: '2026-03-09', reinstateUntil: '2026-04-08' }
    const receipt = { number: 'R-1', issuedAt: atOf(4) }
    const done = given(
      ['submit', { promises }],
      ['approve'],
      ['note_pre_cancelled', { preCancelled }],
      ['complete', { confirmedOn: '2026-03-10', receipt }],
    )
    expect(done).toMatchObject({
      state: 'completed',
      promises,
      approvedAt: atOf(3),
      endedAt: atOf(5),
      preCancelled,
      receipt,
      confirmedOn: '2026-03-10',
      ending: { move: 'complete', reason: null },
      cardOwed: false,
    })
    expect(done?.ending).not.toHaveProperty('step')
  })

  it('pauses and resumes the clock, and keeps the questions until they are answered', () => {
    const asked = [{ step: 'materials' }]
    const ask: [string, object] = ['ask', { asked, pausedOn: '2026-03-10' }]
    expect(given(['submit'], ask)).toMatchObject({ asked, pausedOn: '2026-03-10' })
    const amended = given(['submit'], ask, ['transfer'])
    expect(amended).toMatchObject({ state: 'needs_info', asked, pausedOn: '2026-03-10' })
    const supplied = given(['submit'], ask, ['supply', { pausedOn: null }])
    expect(supplied).toMatchObject({ state: 'in_review', asked: [], pausedOn: null })
    const cleared = { pausedOn: null, asked: [], promises: { decision: null, end: null } }
    const back = given(['submit', { promises }], ask, ['take_back', cleared])
    expect(back).toMatchObject({ state: 'open', ...cleared })
  })

  it('takes back the approval when the carrier refuses or staff take it back', () => {
    const approved: [string, object?][] = [['submit'], ['approve']]
    expect(given(...approved, ['note_pre_cancelled'])?.approvedAt).toBe(atOf(3))
    expect(given(...approved, ['carrier_refuse'])?.approvedAt).toBeNull()
    expect(given(...approved, ['carrier_refuse'], ['take_back'])?.approvedAt).toBeNull()
    expect(given(...approved, ['take_back'])?.approvedAt).toBeNull()
    expect(given(...approved, ['carrier_refuse'])?.submittedAt).toBe(atOf(2))
  })

  it('that ends it records the reason and the step, and that the customer no longer waits', () => {
    const waiting: [string, object] = ['wait', { customerWaiting: true }]
    const said = { reason: 'material_missing', step: 'materials' }
    expect(given(waiting, ['submit'])?.customerWaiting).toBe(true)
    expect(given(waiting, ['submit'], ['reject', said])).toMatchObject({
      state: 'rejected',
      endedAt: atOf(4),
      customerWaiting: false,
      ending: { move: 'reject', ...said },
    })
  })

  it('that amends keeps who did, and undoes what rested on what changed', () => {
    const by = (id: string, sequence: number, facts: object) => {
      const actor = { kind: 'account', id } as const
      return { ...event(sequence, 'amend', facts), actor }
    }
    const notes = [note('balance', { amountFen: 5, route: 'cash' }), note('advice')]
    const items = { contract: { state: 'waiting', clearsOn: '2026-05-01' } }
    const noted = [...notes, note('obligations', { items })].map(([type, facts], place) =>
      event(place + 2, type, facts),
    )
    const moved = { ...particulars, store: 'far', revisionId: 'v2' }
    const record = replay([
      opening,
      ...noted,
      by('a', 5, {}),
      by('b', 6, { particulars: moved, undone: ['obligations'] }),
      by('a', 7, {}),
    ])
    expect(record).toMatchObject({
      store: 'far',
      revisionId: 'v2',
      waitsUntil: null,
      refund: { state: 'pending' },
      people: { openedBy: 'clerk', amendedBy: ['a', 'b'] },
    })
    expect(Object.keys(record?.steps ?? {})).toEqual(['balance', 'advice'])
  })

  it('that changes the contact asks for it to be made sure of anew, another does not', () => {
    const sure: [string, object] = ['confirm_contact', { how: 'signed' }]
    expect(given(sure, ['amend', {}])?.contactConfirmed).toMatchObject({ how: 'signed' })
    expect(given(sure, ['amend', { contactChanged: true }])?.contactConfirmed).toBeNull()
  })

  it('that chooses another guide forgets which steps were new in the one before', () => {
    const changed: [string, object] = ['change_guide', { revisionId: 'v2', added: ['new'] }]
    expect(given(changed, ['submit'])?.addedSteps).toEqual(['new'])
    const chosen = { particulars: { ...particulars, revisionId: 'v3' } }
    expect(given(changed, ['amend', chosen])?.addedSteps).toEqual([])
    expect(given(['amend', chosen])).not.toHaveProperty('addedSteps')
  })

  it('that goes to another store without its slip voids the slip', () => {
    expect(given(['transfer', { store: 'far' }])?.slip.serial).toBe(1)
    const lost = given(['transfer', { store: 'far', slipReplaced: true }])
    expect(lost).toMatchObject({ store: 'far', slip: { serial: 2 } })
  })

  it('that one person approved alone is marked as such', () => {
    expect(given(['submit'], ['approve'])?.overridden).toBe(false)
    expect(given(['submit'], ['approve', { override: true }])?.overridden).toBe(true)
  })

  it('owes back only a card that still lies at a store, and none to a cancelled number', () => {
    const taken = note('card_return', { state: 'returned' })
    expect(given(taken, ['submit'], ['approve'], ['complete'])?.cardOwed).toBe(false)
    expect(given(taken, ['hand_card_back'], ['withdraw'])?.cardOwed).toBe(false)
    expect(given(taken, ['lapse'])?.cardOwed).toBe(true)
  })
})
