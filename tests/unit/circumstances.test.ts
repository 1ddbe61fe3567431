import { describe, expect, it } from 'vitest'
import { circumstancesOf } from '@/lib/cancellation/rules/circumstances'
import { circumstancesOn } from '@/lib/domain/circumstances'
import type { StepNote } from '@/lib/cancellation/rules/request-record'
import { unmetDemands } from '@/lib/cancellation/rules/judge'
import type { StepKind } from '@/lib/domain/step-kinds'
import { materialsToNote } from '@/lib/guide/resolve'
import { materialsFor } from '@/lib/guide/seed/materials'
import { recordIn, situation } from './situations'

describe('circumstances that the steps tell of (P4, P10)', () => {
  const withNotes = (change: Record<string, Record<string, unknown>>) => {
    const record = structuredClone(recordIn('open'))
    for (const note of Object.values(record.steps)) Object.assign(note.outcome, change[note.kind])
    return record
  }
  const asked = (record: ReturnType<typeof recordIn>) =>
    materialsToNote(materialsFor('sim', 'in_store'), 'self', circumstancesOf(record)).map(
      ({ id }) => id,
    )
  const usual = ['identity_document', 'identity_copy', 'card', 'payment_proof']

  it.each([
    ['nothing special', {}, usual],
    [
      'a renewed document',
      { identity_check: { matchedBy: 'name_and_old_document' } },
      [...usual, 'old_document_proof'],
    ],
    [
      'an expired one',
      { identity_check: { matchedBy: 'carrier_record', documentExpired: true } },
      [...usual, 'valid_document_proof'],
    ],
    ['a lost card', { card_return: { state: 'lost' } }, usual.filter((id) => id !== 'card')],
  ])('%s', (_, change, expected) => expect(asked(withNotes(change))).toEqual(expected))

  it('block a request until their demand is met, which is never waived', () => {
    const record = withNotes({ identity_check: { matchedBy: 'name_and_old_document' } })
    const at = situation('submit', ['staff'], record)
    expect(unmetDemands('submit', at)).toContain('materials_complete')
    const note = Object.values(record.steps).find(({ kind }) => kind === 'materials')
    const items = note?.outcome.items as Record<string, { state: string }>
    items.old_document_proof = { state: 'waived' }
    expect(unmetDemands('submit', at)).toContain('materials_complete')
    items.old_document_proof = { state: 'present' }
    expect(unmetDemands('submit', at)).not.toContain('materials_complete')
  })

  it.each([
    ['no note at all', null, []],
    ["the carrier's record", ['identity_check', { matchedBy: 'carrier_record' }], []],
    [
      'a renewed document',
      ['identity_check', { matchedBy: 'name_and_old_document' }],
      ['renewed_document'],
    ],
    ['an expired one', ['identity_check', { documentExpired: true }], ['expired_document']],
    ['a lost card', ['card_return', { state: 'lost' }], ['card_gone']],
    ['a damaged one', ['card_return', { state: 'damaged' }], ['card_gone']],
    ['one that was returned', ['card_return', { state: 'returned' }], []],
    ['no device', ['device_unlock', { state: 'no_device' }], ['device_gone']],
    ['a device that was unlocked', ['device_unlock', { state: 'unlocked' }], []],
  ] as [string, [StepKind, object] | null, string[]][])('%s', (_, noted, expected) => {
    const [kind, outcome] = noted ?? []
    const note = { kind, at: '', by: null, sequence: 2, outcome } as StepNote
    const record = recordIn('open', { steps: noted ? { noted: note } : {} })
    expect(circumstancesOf(record)).toEqual(expected)
  })

  it.each([
    ['sim', 'in_store', ['renewed_document', 'expired_document', 'card_gone']],
    ['sim', 'online', ['renewed_document', 'expired_document']],
    ['esim', 'in_store', ['renewed_document', 'expired_document', 'device_gone']],
    ['esim', 'online', ['renewed_document', 'expired_document']],
  ] as const)('can come up for %s %s', (cardType, channel, expected) => {
    expect(circumstancesOn(cardType, channel)).toEqual(expected)
  })
})
