import { describe, expect, it } from 'vitest'
import { judge } from '@/lib/cancellation/rules/judge'
import {
  type Capacity,
  type Move,
  capacities,
  moves,
  states,
} from '@/lib/cancellation/rules/workflow'
import { recordIn, situation } from './situations'

// Written out from docs/process.md, not taken from the code: who may make which move from where.
const allowed: Record<Move, { from: string[]; who: Capacity[]; customerOnline?: true }> = {
  open: { from: ['none'], who: ['staff'] },
  amend: { from: ['open'], who: ['staff'] },
  submit: { from: ['open'], who: ['staff'], customerOnline: true },
  ask: { from: ['in_review'], who: ['reviewer'] },
  supply: { from: ['needs_info'], who: ['staff', 'customer'] },
  take_back: { from: ['in_review', 'needs_info'], who: ['staff', 'reviewer'] },
  approve: { from: ['in_review'], who: ['reviewer'] },
  reject: { from: ['in_review'], who: ['reviewer'] },
  carrier_refuse: { from: ['closing'], who: ['reviewer'] },
  note_pre_cancelled: { from: ['closing'], who: ['staff', 'reviewer'] },
  complete: { from: ['closing'], who: ['staff', 'reviewer'] },
  withdraw: { from: ['open', 'in_review', 'needs_info'], who: ['staff', 'customer'] },
  recall: { from: ['closing'], who: ['reviewer'] },
  reinstate: { from: ['closing'], who: ['reviewer'] },
  lapse: { from: ['open', 'needs_info'], who: ['system'] },
  transfer: { from: ['open', 'needs_info'], who: ['staff_elsewhere'] },
  displace: { from: ['open'], who: ['staff_elsewhere'] },
}
const ended = ['completed', 'rejected', 'withdrawn']

describe.each(moves)('%s', (move) => {
  it.each(['none', ...states])('from %s, by each role', (state) => {
    for (const channel of ['in_store', 'online'] as const) {
      for (const capacity of [...capacities, null]) {
        const { record, ...rest } = situation(
          move,
          capacity ? [capacity] : [],
          state === 'none' ? null : recordIn(state as (typeof states)[number], { channel }),
        )
        const refusal = judge(move, { ...rest, record })
        const rule = allowed[move]
        const rightful =
          capacity !== null &&
          (rule.who.includes(capacity) ||
            (rule.customerOnline &&
              channel === 'online' &&
              state !== 'none' &&
              capacity === 'customer'))
        const expected = !rightful
          ? 'not_yours'
          : ended.includes(state)
            ? 'ended'
            : rule.from.includes(state)
              ? null
              : 'wrong_state'
        expect({ channel, capacity, code: refusal?.code ?? null, unmet: refusal?.unmet }).toEqual({
          channel,
          capacity,
          code: expected,
          unmet: undefined,
        })
      }
    }
  })
})
