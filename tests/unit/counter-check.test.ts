import { describe, expect, it } from 'vitest'
import { counterCheck } from '@/lib/cancellation/rules/counter-check'

const policy = {
  offered: true,
  carrierServed: true,
  storeServes: true,
  applicants: ['guardian' as const],
  documents: ['resident_id' as const],
}
const answers = {
  relation: 'self' as const,
  keepNumber: false,
  openObligations: [],
  channel: 'online' as const,
  document: 'resident_id' as const,
  numberSilent: false,
}

describe('before any document is taken', () => {
  it.each([
    ['all is well', {}, {}, []],
    ['the number is to be kept', {}, { keepNumber: true }, ['number_not_kept']],
    ['the way is not offered there', { offered: false }, {}, ['channel_offered']],
    ['the store does not serve the region', { storeServes: false }, {}, ['store_serves']],
    ['the store does not serve the carrier', { carrierServed: false }, {}, ['carrier_served']],
    ['the document does not count', {}, { document: 'passport' as const }, ['document_accepted']],
    ['no document is known yet', {}, { document: null }, []],
    ['any document counts', { documents: null }, { document: 'passport' as const }, []],
    ['nothing reaches the number online', {}, { numberSilent: true }, ['number_alive']],
    [
      'nothing reaches the number in a store',
      {},
      { numberSilent: true, channel: 'in_store' as const },
      [],
    ],
    ['the carrier takes no agents', {}, { relation: 'agent' as const }, ['applicant_allowed']],
    ['the carrier takes guardians', {}, { relation: 'guardian' as const }, []],
    ['something is owed', {}, { openObligations: ['arrears'] }, ['obligations_clear']],
    [
      'everything at once',
      { offered: false, storeServes: false },
      { keepNumber: true, openObligations: ['arrears'] },
      ['number_not_kept', 'channel_offered', 'store_serves', 'obligations_clear'],
    ],
  ])('%s', (_, policyChange, answersChange, because) => {
    expect(counterCheck({ ...policy, ...policyChange }, { ...answers, ...answersChange })).toEqual({
      can: because.length === 0,
      because,
    })
  })
})
