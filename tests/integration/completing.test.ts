// Completing a pre-cancelled number (P2): while it can be restored, that is asked about.
import { describe, expect, it } from 'vitest'
import { historyOf } from '@/lib/cancellation/queries/history'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { walkPhase } from '@/lib/ops/seed/demo-walk'
import { makeMove } from '@/lib/writer'
import { must, reviewer, staff, submitted, tuesday } from '../factories/requests'

const later = (days: number) => new Date(tuesday.getTime() + days * 86_400_000)

/** A request of a carrier that pre-cancels, pre-cancelled on the day of its approval. */
async function preCancelled() {
  const seen = await submitted({ carrier: 'china-unicom', region: 'CN-ZJ' })
  const { reference } = seen
  const judge = await reviewer()
  const move = async (name: 'approve' | 'note_pre_cancelled', input: object) =>
    must(
      await makeMove({
        actor: judge,
        seen: { reference },
        move: name,
        input: { ...input },
        now: tuesday,
      }),
    )
  const approved = await move('approve', {})
  must(await walkPhase(await staff(), approved, 'after_approval', tuesday))
  const record = await move('note_pre_cancelled', { on: '2026-03-10' })
  return { ...record, until: record.preCancelled?.reinstateUntil }
}

const complete = async (reference: string, input: object, now: Date) =>
  makeMove({
    actor: await staff(),
    seen: { reference },
    move: 'complete',
    input: { confirmation: 'C-1', ...input },
    now,
  })

describe('completing a number that can still be restored', () => {
  it('is asked about, and recorded with its day and the reason, which is sealed', async () => {
    const { reference, id, until } = await preCancelled()
    for (const input of [{}, { reinstatableReason: '  ' }])
      expect(await complete(reference, input, later(3))).toMatchObject({
        refusal: { code: 'invalid', errors: { reinstatableReason: 'still_reinstatable' } },
      })
    const reinstatableReason = '运营商已提前销户'
    must(await complete(reference, { reinstatableReason }, later(3)))
    const last = (await historyOf(id)).at(-1)
    expect(last?.facts).toMatchObject({ reinstatableUntil: until })
    expect(JSON.stringify(last?.facts)).not.toContain(reinstatableReason)
    expect(last?.words).toBe(reinstatableReason)
    const one = await oneRequest(await staff(), reference, later(3))
    expect(one?.personal?.moves?.complete).toMatchObject({ reinstatableReason })
  })

  it('is not asked about once its day is past', async () => {
    const { reference, id } = await preCancelled()
    must(await complete(reference, {}, later(60)))
    expect((await historyOf(id)).at(-1)?.facts).not.toHaveProperty('reinstatableUntil')
  })
})
