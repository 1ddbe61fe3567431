import { describe, expect, it } from 'vitest'
import {
  carrierMessage,
  judgeDocument,
  judgeRemoval,
  placesOf,
} from '@/lib/cancellation/rules/documents'
import type { RequestRecord, StoredDocument } from '@/lib/cancellation/rules/request-record'
import type { Capacity, State } from '@/lib/cancellation/rules/workflow'
import { recordIn, situation } from './situations'

const place = { step: 'carrier_submission', material: carrierMessage }
const paper = { step: 'materials', material: 'identity_copy' }
const stored = (id: string, where: typeof place): StoredDocument => ({
  ...where,
  id,
  pages: 1,
  at: '2026-03-10T02:00:00.000Z',
  byCustomer: false,
  round: 0,
})
const documents = [stored('message', place), stored('paper', paper)]

const judged = (
  state: State,
  change: Partial<RequestRecord> = {},
  capacity: Capacity = 'staff',
) => {
  const record = recordIn(state, { documents, ...change })
  const { guide } = situation('take_back', [capacity], record)
  const kind = capacity === 'customer' ? ('customer' as const) : ('account' as const)
  return { record, guide, actor: { kind, id: 'x', capacities: [capacity] } }
}

describe('a copy of the carrier’s message (P15)', () => {
  it.each([
    ['online, before review', judged('open', { channel: 'online' }), 'wrong_state'],
    ['online, in review', judged('in_review', { channel: 'online' }), undefined],
    [
      'online, while the customer is asked',
      judged('needs_info', { channel: 'online' }),
      'wrong_state',
    ],
    ['online, closing', judged('closing', { channel: 'online' }), undefined],
    ['in store, in review, before it is at the carrier', judged('in_review'), 'wrong_state'],
    ['in store, closing', judged('closing'), undefined],
    ['completed', judged('completed', { endedAt: 'x' }), 'ended'],
    ['of a reviewer', judged('closing', {}, 'reviewer'), undefined],
    ['of the customer', judged('closing', {}, 'customer'), 'not_yours'],
    ['of another store', judged('closing', {}, 'staff_elsewhere'), 'not_yours'],
  ] as const)('%s', (_, given, code) => {
    expect(judgeDocument(place, given)?.code).toBe(code)
  })

  it('is all that is added while the carrier has it', () => {
    const closing = judged('closing')
    expect(placesOf(closing)).toEqual([place])
    expect(judgeDocument(paper, closing)?.code).toBe('wrong_state')
  })

  it('is removed while one could be added; papers are not, since they were decided on', () => {
    expect(judgeRemoval('message', judged('closing'))).toBeNull()
    expect(judgeRemoval('paper', judged('closing'))?.code).toBe('wrong_state')
    expect(judgeRemoval('message', judged('open'))?.code).toBe('wrong_state')
    expect(judgeRemoval('paper', judged('open'))).toBeNull()
  })
})
