import { describe, expect, it } from 'vitest'
import { callPhoneMasked } from '@/lib/cancellation/rules/call-phone'
import {
  type CarrierCall,
  approvalAsksOfCall,
  awaitedCall,
  callAfter,
  callAfterSubmission,
  callSchema,
  callTerms,
  isCallMissedForGood,
  judgeCall,
  pendingCall,
  phoneFaults,
} from '@/lib/cancellation/rules/calls'
import { unmetDemands } from '@/lib/cancellation/rules/judge'
import { judgeNote } from '@/lib/cancellation/rules/judge-note'
import type { Personal } from '@/lib/cancellation/rules/particulars'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { walkOf } from '@/lib/cancellation/rules/walk'
import type { Capacity, State } from '@/lib/cancellation/rules/workflow'
import { noticeAfter } from '@/lib/notices/due'
import { recordIn, situation } from './situations'

const now = new Date('2026-03-10T02:00:00Z')
const terms = { from: now.toISOString(), until: null, endsAfterMissed: 3, on: 'number' as const }
const waiting: CarrierCall = { ...terms, state: 'waiting', missed: 0 }
const online = (state: State, call?: CarrierCall) =>
  recordIn(state, { channel: 'online', ...(call && { call }) })

describe('the terms of a carrier’s call (P15)', () => {
  const within = (withinHours: number | null) => ({
    callBack: { withinHours, endsAfterMissed: null },
  })
  it.each([
    [
      'by its time',
      { submittedOn: '2026-03-09', submittedAt: '21:30' },
      '2026-03-11T13:30:00.000Z',
    ],
    ['today, without a time', { submittedOn: '2026-03-10' }, '2026-03-12T02:00:00.000Z'],
    [
      'of an earlier day, without a time',
      { submittedOn: '2026-03-08' },
      '2026-03-10T16:00:00.000Z',
    ],
  ])('count 48 hours from the submission %s', (_, submission, until) => {
    expect(callTerms(submission, within(48), now)).toMatchObject({ until, on: 'number' })
  })

  it('need not name a time, and are none where the carrier does not ring', () => {
    expect(callTerms({ submittedOn: '2026-03-10' }, within(null), now)?.until).toBeNull()
    expect(callTerms({ submittedOn: '2026-03-10' }, { callBack: null }, now)).toBeNull()
  })
})

describe('what comes of a call', () => {
  it.each([
    ['answered', [{ call: 'answered' }], { state: 'answered', missed: 0 }],
    ['missed once', [{ call: 'missed' }], { state: 'waiting', missed: 1 }],
    ['missed thrice', ['missed', 'missed', 'missed'].map((call) => ({ call })), { state: 'ended' }],
    ['given up by the carrier', [{ call: 'ended' }], { state: 'ended', missed: 0 }],
    ['another phone', [{ call: 'phone_dead', on: 'other' }], { state: 'waiting', on: 'other' }],
  ] as [string, Parameters<typeof callAfter>[1][], object][])('%s', (_, noted, expected) => {
    expect(noted.reduce(callAfter, waiting)).toMatchObject(expected)
  })

  it('of a carrier that names no number of calls never ends by counting', () => {
    const patient = { ...waiting, endsAfterMissed: null }
    const calls = Array.from({ length: 9 }, () => ({ call: 'missed' as const }))
    expect(calls.reduce(callAfter, patient)).toMatchObject({ state: 'waiting', missed: 9 })
  })

  it('stays when its submission is corrected, and begins anew when it is made again', () => {
    const missed = { ...waiting, missed: 2 }
    const later = { ...terms, on: 'contact' as const }
    expect(callAfterSubmission(missed, later)).toEqual({ ...missed, on: 'contact' })
    expect(callAfterSubmission({ ...missed, state: 'ended' }, later)).toEqual({
      ...waiting,
      on: 'contact',
    })
  })
})

describe('a call is awaited', () => {
  it.each([
    ['open', true],
    ['in_review', true],
    ['needs_info', true],
    ['closing', false],
    ['completed', false],
    ['withdrawn', false],
  ] as [State, boolean][])('in %s: %s', (state, awaited) => {
    expect(awaitedCall(online(state, waiting)) !== null).toBe(awaited)
    expect(pendingCall(online(state, { ...waiting, state: 'ended' })) !== null).toBe(awaited)
    expect(isCallMissedForGood(online(state, { ...waiting, state: 'ended' }))).toBe(awaited)
    expect(pendingCall(online(state, { ...waiting, state: 'answered' }))).toBeNull()
  })

  const judged = (record: RequestRecord, capacities: Capacity[]) =>
    judgeCall(record, { kind: 'account', id: 'x', capacities })
  it.each([
    ['staff', online('in_review', waiting), ['staff'], null],
    ['a reviewer', online('in_review', waiting), ['reviewer'], null],
    ['staff of elsewhere', online('in_review', waiting), ['staff_elsewhere'], 'not_yours'],
    ['the customer', online('in_review', waiting), ['customer'], 'not_yours'],
    ['nobody, where no call comes', online('in_review'), ['staff'], 'nothing_owed'],
    ['nobody, once it ended', { ...online('rejected', waiting), endedAt: 'x' }, ['staff'], 'ended'],
    [
      'nobody, once it was answered',
      online('in_review', { ...waiting, state: 'answered' }),
      ['staff'],
      'nothing_owed',
    ],
  ] as [string, RequestRecord, Capacity[], string | null][])(
    'and noted by %s',
    (_, record, capacities, code) => {
      expect(judged(record, capacities)?.code ?? null).toBe(code)
    },
  )
})

describe('the phone that is rung', () => {
  const contact = { contact: { phone: true, email: false, printedSlipOnly: false } }
  const slip = { contact: { phone: false, email: false, printedSlipOnly: true } }
  it.each([
    ['is asked for', {}, contact, { on: 'required' }],
    ['may be the number while it works', { on: 'number' }, slip, {}],
    ['may be the contact', { on: 'contact' }, contact, {}],
    ['is no contact where there is none', { on: 'contact' }, slip, { on: 'call_contact_missing' }],
    ['has to be named', { on: 'other' }, contact, { phone: 'required' }],
    [
      'is another than the number',
      { on: 'other', phone: '+8613800138000' },
      contact,
      { phone: 'call_phone_is_number' },
    ],
    ['is named', { on: 'other', phone: '+8613900139000' }, contact, {}],
  ] as [string, Parameters<typeof phoneFaults>[0], typeof contact, object][])(
    '%s',
    (_, named, record, faults) => {
      expect(phoneFaults(named, record, '+8613800138000')).toEqual(faults)
    },
  )

  it('is never the number once that is dead', () => {
    expect(callSchema.safeParse({ call: 'phone_dead', on: 'number' }).success).toBe(false)
    expect(callSchema.parse({ call: 'phone_dead', on: 'other', phone: '139 0013 9000' })).toEqual({
      call: 'phone_dead',
      on: 'other',
      phone: '+8613900139000',
    })
    expect(callSchema.parse({ call: 'missed', on: '', phone: '' })).toEqual({ call: 'missed' })
  })

  it.each([
    ['number', '138****8000'],
    ['contact', '139****9001'],
    ['other', '137****7000'],
  ] as const)('%s is masked', (on, masked) => {
    const personal = {
      numberMasked: '138****8000',
      contactPhone: '+8613900139001',
      notes: { carrier_submission: { callPhone: '+8613700137000' } },
    } as unknown as Personal
    expect(callPhoneMasked(online('in_review', { ...waiting, on }), personal)).toBe(masked)
    expect(callPhoneMasked(online('in_review'), personal)).toBeNull()
  })
})

describe('a call that was missed for good', () => {
  const over = online('in_review', { ...waiting, missed: 3, state: 'ended' })
  const at = (record: RequestRecord) => ({ ...situation('ask', ['staff'], record), record })

  it('lets the submission be noted again in review, and nothing else', () => {
    expect(judgeNote('carrier_submission', at(over))).toBeNull()
    expect(judgeNote('balance', at(over))?.unmet).toEqual(['not_in_review'])
    expect(judgeNote('carrier_submission', at(online('in_review', waiting)))?.unmet).toEqual([
      'not_in_review',
    ])
  })

  it('leaves the submission to be done, and what has not been submitted for review open', () => {
    const step = walkOf(at(over)).find(({ step }) => step.id === 'carrier_submission')
    expect(step?.state).toBe('partial')
    const open = { ...over, state: 'open' as const }
    expect(unmetDemands('submit', situation('submit', ['staff'], open))).toEqual([
      'carrier_submitted',
    ])
  })
})

describe('approving', () => {
  it.each([
    ['without a call', undefined, false],
    ['while it is awaited', waiting, true],
    ['once it was answered', { ...waiting, state: 'answered' }, false],
    ['once it was missed for good', { ...waiting, state: 'ended' }, true],
  ] as [string, CarrierCall | undefined, boolean][])('%s', (_, call, asks) => {
    expect(approvalAsksOfCall(online('in_review', call))).toBe(asks)
  })
})

describe('the customer is told', () => {
  const until = '2026-03-12T02:00:00.000Z'
  const told = (type: string, call: CarrierCall, facts: object) =>
    noticeAfter(type, online('in_review', call), facts)
  it.each([
    [
      'that a call comes',
      'note',
      { ...waiting, until },
      { call: terms },
      'call_expected',
      { until },
    ],
    [
      'of each missed one',
      'note_call',
      { ...waiting, missed: 2 },
      { called: 'missed' },
      'call_missed',
      { missed: '2' },
    ],
    [
      'that it is over',
      'note_call',
      { ...waiting, state: 'ended' },
      { called: 'missed' },
      'call_ended',
      {},
    ],
    [
      'that the carrier gave up',
      'note_call',
      { ...waiting, state: 'ended' },
      { called: 'ended' },
      'call_ended',
      {},
    ],
    [
      'which phone is rung now',
      'note_call',
      waiting,
      { called: 'phone_dead' },
      'call_expected',
      {},
    ],
  ] as [string, string, CarrierCall, object, string, object][])(
    '%s',
    (_, type, call, facts, kind, values) => {
      expect(told(type, call, facts)).toEqual({ kind, values })
    },
  )

  it('nothing once somebody answered, nor of other notes', () => {
    expect(told('note_call', { ...waiting, state: 'answered' }, { called: 'answered' })).toBeNull()
    expect(told('note', waiting, { step: 'balance' })).toBeNull()
  })
})
