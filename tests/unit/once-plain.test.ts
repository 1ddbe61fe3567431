import { describe, expect, it } from 'vitest'
import type { Particulars, StepNote } from '@/lib/cancellation/rules/request-record'
import {
  factsErased,
  particularsErased,
  stepsErased,
} from '@/lib/cancellation/rules/legacy-plain-values'

const outcome = { carrierReference: 'CM-77', submittedOn: '2026-03-09' }
const kept = { submittedOn: '2026-03-09' }
const particulars = { store: 'demo', previous: 'EARLIER' } as Particulars

describe('plain values of earlier versions in an erased request', () => {
  it('is skipped when read; everything else stays', () => {
    const note = { kind: 'carrier_submission', at: 'x', outcome } as unknown as StepNote
    expect(particularsErased(particulars)).toEqual({ store: 'demo', previous: null })
    expect(stepsErased({ sent: note })).toEqual({ sent: { ...note, outcome: kept } })
    expect(factsErased({ step: 'sent', outcome, particulars })).toEqual({
      step: 'sent',
      outcome: kept,
      particulars: { store: 'demo', previous: null },
    })
  })

  it('adds nothing to an event that never had it', () => {
    expect(factsErased({ reason: 'other' })).toEqual({ reason: 'other' })
  })
})
