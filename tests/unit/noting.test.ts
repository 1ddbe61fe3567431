import { describe, expect, it } from 'vitest'
import { judgeNote } from '@/lib/cancellation/rules/judge-note'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import type { Situation } from '@/lib/cancellation/rules/situation'
import type { State } from '@/lib/cancellation/rules/workflow'
import { recordIn, situation } from './situations'

const at = (record: RequestRecord, capacity: 'staff' | 'staff_elsewhere' | 'customer' = 'staff') =>
  ({ ...situation('take_back', [capacity], record), record }) as Situation & {
    record: RequestRecord
  }
const blank = (state: State, change: Partial<RequestRecord> = {}) =>
  recordIn(state, { steps: {}, ...change })

const ended = { endedAt: '2026-03-10T02:00:00.000Z' }

describe('who may note what, and when', () => {
  it.each([
    ['materials', blank('open'), undefined],
    ['materials', blank('in_review'), ['not_in_review']],
    ['materials', blank('needs_info'), ['asked_for']],
    ['materials', blank('needs_info', { asked: [{ step: 'materials' }] }), undefined],
    ['carrier_submission', blank('open'), ['approved']],
    ['carrier_submission', blank('closing'), undefined],
    [
      'carrier_submission',
      blank('open', { channel: 'online' }),
      [
        'materials_complete',
        'identity_matched',
        'obligations_clear',
        'balance_noted',
        'advice_acknowledged',
      ],
    ],
    ['card_return', blank('open'), ['identity_matched']],
    ['device_check', blank('closing', { cardType: 'esim' }), ['carrier_submitted']],
    ['receipt', blank('closing'), ['completed']],
    ['receipt', blank('completed', { endedAt: '2026-03-10T02:00:00.000Z' }), undefined],
    ['materials', blank('completed', { endedAt: '2026-03-10T02:00:00.000Z' }), ['not_ended']],
  ] as [string, RequestRecord, string[] | undefined][])('%s', (step, record, unmet) => {
    expect(judgeNote(step, at(record))?.unmet).toEqual(unmet)
  })

  it.each([
    ['carrier_submission', blank('completed', ended), ['not_ended']],
    ['device_check', blank('in_review', { cardType: 'esim' }), ['approved']],
    ['device_unlock', blank('open', { cardType: 'esim' }), undefined],
    ['balance', blank('closing'), ['not_in_review']],
    ['aftercare', blank('open'), ['completed']],
    ['aftercare', blank('completed'), undefined],
    ['carrier_submission', blank('in_review', { channel: 'online' }), ['not_in_review']],
    ['carrier_submission', recordIn('open', { channel: 'online' }), undefined],
    ['carrier_submission', recordIn('closing'), undefined],
    ['card_return', recordIn('open'), undefined],
    ['device_check', recordIn('closing', { cardType: 'esim' }), undefined],
    ['materials', blank('needs_info', { asked: [{ step: 'advice' }] }), ['asked_for']],
  ] as [string, RequestRecord, string[] | undefined][])('%s, by where it stands', (...given) => {
    const [step, record, unmet] = given
    expect(judgeNote(step, at(record))?.unmet).toEqual(unmet)
  })

  it('lets a reviewer note as staff do, and the system nothing', () => {
    const record = blank('open')
    const by = (capacity: 'reviewer' | 'system') =>
      judgeNote('materials', { ...situation('ask', [capacity], record), record })
    expect(by('reviewer')).toBeNull()
    expect(by('system')).toEqual({ code: 'not_yours' })
  })

  it('requires one of the rights to note, not all', () => {
    const record = blank('open')
    const both = situation('take_back', ['staff_elsewhere', 'staff'], record)
    expect(judgeNote('materials', { ...both, record })).toBeNull()
    const completed = blank('completed')
    expect(judgeNote('aftercare', at(completed, 'staff_elsewhere'))).toEqual({ code: 'not_yours' })
    expect(judgeNote('materials', at(blank('in_review')))?.code).toBe('unmet')
  })

  it('lets a customer note only the submission from home', () => {
    const online = recordIn('open', { channel: 'online' })
    expect(judgeNote('carrier_submission', at(online, 'customer'))).toBeNull()
    expect(judgeNote('carrier_submission', at(recordIn('closing'), 'customer'))).toEqual({
      code: 'not_yours',
    })
    expect(judgeNote('balance', at(online, 'customer'))).toEqual({ code: 'not_yours' })
    expect(judgeNote('no_such_step', at(online, 'customer'))).toEqual({ code: 'not_yours' })
  })

  it('refuses a step that the guide does not have', () => {
    expect(judgeNote('no_such_step', at(blank('open')))).toEqual({ code: 'unknown_step' })
  })

  it('refuses staff of another store, and customers except for after-care', () => {
    expect(judgeNote('materials', at(blank('open'), 'staff_elsewhere'))).toEqual({
      code: 'not_yours',
    })
    expect(judgeNote('materials', at(blank('open'), 'customer'))).toEqual({ code: 'not_yours' })
    expect(judgeNote('aftercare', at(blank('completed'), 'customer'))).toBeNull()
  })
})
