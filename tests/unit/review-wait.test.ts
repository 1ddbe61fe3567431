import { describe, expect, it } from 'vitest'
import { judgeNote } from '@/lib/cancellation/rules/judge-note'
import { rehearse } from '@/lib/cancellation/rules/rehearsal'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import { nextStep, walkOf } from '@/lib/cancellation/rules/walk'
import type { State } from '@/lib/cancellation/rules/workflow'
import { contentOf, draftFormSchema, draftSchema } from '@/lib/guide/draft'
import { guideContent } from '@/lib/guide/schemas'
import { seededGuides } from '@/lib/guide/seed/contents'
import { recordIn, situation } from './situations'

const content = seededGuides.find(
  ({ cardType, channel }) => cardType === 'sim' && channel === 'online',
)?.content
if (!content) throw new Error('no guide')

/** The same guide as it was published while the wait was an instruction to tick. */
const earlier = {
  ...content,
  steps: content.steps.map((step) =>
    step.kind === 'review_wait'
      ? { ...step, kind: 'instruction', phase: 'after_approval', required: true }
      : step,
  ),
}

const online = (state: State, change: Partial<RequestRecord> = {}) =>
  recordIn(state, { channel: 'online', ...change })
const at = (record: RequestRecord) => ({
  ...situation('take_back', ['staff'], record),
  guide: guideContent.parse(earlier),
  record,
})
const decided = { approvedAt: '2026-03-11T02:00:00.000Z' }
const tick = {
  kind: 'instruction' as const,
  at: '2026-03-11T02:00:00.000Z',
  by: 'clerk',
  sequence: 7,
  outcome: { done: true },
}

describe('the wait for the review (F21, P30)', () => {
  it.each([
    ['before it is submitted', online('open'), 'blocked'],
    ['in review', online('in_review'), 'waiting'],
    ['while the customer is asked', online('needs_info'), 'waiting'],
    ['approved', online('closing', decided), 'done'],
    ['completed', online('completed', decided), 'done'],
    ['rejected', online('rejected', { ending: { move: 'reject', reason: 'other' } }), 'done'],
    ['withdrawn', online('withdrawn', { ending: { move: 'withdraw', reason: null } }), 'blocked'],
    [
      'ticked in advance under an older revision',
      online('in_review', { steps: { await_review: tick } }),
      'waiting',
    ],
  ] as [string, RequestRecord, string][])('%s', (_, record, state) => {
    const wait = walkOf(at(record)).find(({ step }) => step.id === 'await_review')
    expect(wait).toMatchObject({ state, phase: 'in_review', optional: false })
  })

  it.each(['open', 'in_review', 'needs_info', 'closing'] as const)(
    'cannot be noted in %s, under an older revision either',
    (state) => {
      expect(judgeNote('await_review', at(online(state)))).toEqual({
        code: 'unmet',
        unmet: ['derived'],
      })
    },
  )

  it('is never the step to do next, and holds nothing back', () => {
    const record = online('closing', decided)
    const walk = walkOf(at(record))
    expect(nextStep(walk)?.step.id).not.toBe('await_review')
  })

  it('stands between submitting and the decision, in the guide and in a rehearsal of it', () => {
    const ids = content.steps.map(({ id }) => id)
    expect(ids.indexOf('await_review')).toBe(ids.indexOf('carrier_submission') + 1)
    const rounds = rehearse(
      content,
      { cardType: 'sim', channel: 'online', relation: 'self', circumstances: [] },
      new Date('2026-03-10T02:00:00Z'),
    )
    expect(
      rounds.map(({ move, steps }) => [move, steps.map(({ step }) => step.id)]),
    ).toContainEqual(['approve', ['await_review']])
  })

  it('can be neither required nor given a phase, whatever an editor sends', () => {
    const wait = { ...content.steps.find(({ kind }) => kind === 'review_wait'), required: true }
    const draft = { ...content, steps: [{ ...wait, phase: 'before_review' }] }
    for (const read of [draftFormSchema.parse(draft), draftSchema.parse(draft)])
      expect(Object.keys(read.steps[0] ?? {})).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/^(required|phase)$/)]),
      )
    expect(contentOf(draftSchema.parse(earlier))).toEqual(contentOf(draftSchema.parse(content)))
  })
})
