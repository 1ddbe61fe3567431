import { describe, expect, it } from 'vitest'
import { changeGuide, makeMove, noteStep } from '@/lib/writer'
import { openDataKeys, openRow } from '@/lib/cancellation/crypto/encrypted-fields'
import { newerGuide } from '@/lib/cancellation/queries/newer-guide'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { roundsOf } from '@/lib/cancellation/queries/rounds'
import { statusOf } from '@/lib/cancellation/queries/status'
import { rebuiltRequest } from '@/lib/cancellation/queries/rebuilt'
import { nextStep, walkOf } from '@/lib/cancellation/rules/walk'
import { database } from '@/lib/db/client'
import { draftSchema } from '@/lib/guide/draft'
import { publishDraft } from '@/lib/guide/commands/publish'
import { allGuides, guideToEdit } from '@/lib/guide/queries/editing'
import { stepExperience } from '@/lib/guide/queries/feedback'
import type { GuideContent } from '@/lib/guide/schemas'
import { saveDraft } from '@/lib/guide/commands/drafts'
import { by, must, opened, reviewer, staff, submitted, tuesday } from '../factories/requests'

async function publish(change: (live: GuideContent) => GuideContent) {
  const admin = (
    await database().account.findUniqueOrThrow({ where: { email: 'admin@example.test' } })
  ).id
  const row = (await allGuides()).find(
    (guide) => guide.cardType === 'sim' && guide.channel === 'in_store',
  )
  const guide = await guideToEdit(row?.id ?? '')
  if (!guide?.live) throw new Error('no guide')
  await saveDraft(
    admin,
    guide.id,
    draftSchema.parse(change(structuredClone(guide.live))),
    guide.seen,
    tuesday,
  )
  expect(await publishDraft(admin, guide.id, guide.seen + 1, 'changed', tuesday)).toMatchObject({
    ok: true,
  })
  return guide.id
}

const text = { zh: '先说清楚', en: 'Say it first' }
/** The advice under another id, one instruction gone, one new one that has to be done. */
const changed = (live: GuideContent): GuideContent => ({
  ...live,
  steps: [
    {
      id: 'greet',
      kind: 'instruction',
      audience: 'desk',
      required: true,
      title: text,
      text,
      staff: { title: text, text },
    },
    ...live.steps
      .filter(({ id }) => id !== 'go_to_store')
      .map((step) => (step.kind === 'advice' ? { ...step, id: 'three_things' } : step)),
  ],
})

async function kept(id: string) {
  const row = await database().request.findUniqueOrThrow({ where: { id } })
  return {
    record: row.record,
    ...openRow(
      openDataKeys(id, await database().requestKey.findMany({ where: { requestId: id } })),
      id,
      row,
    ),
  }
}

describe('a running request', () => {
  it('is moved to a newer guide with its completed steps; new ones are asked for', async () => {
    const { id, reference } = await opened()
    const clerk = await staff()
    must(
      await noteStep({
        actor: clerk,
        seen: { reference },
        step: 'go_to_store',
        input: { done: true },
        now: tuesday,
      }),
    )
    must(
      await noteStep({
        actor: clerk,
        seen: { reference },
        step: 'advice',
        input: { accountsUnbound: true, cannotBeUndone: true },
        now: tuesday,
      }),
    )
    const before = must(
      await noteStep({
        actor: clerk,
        seen: { reference },
        step: 'balance',
        input: { amount: '3', route: 'cash', words: '当面退' },
        now: tuesday,
      }),
    )
    expect(await newerGuide(before)).toBeNull()
    await publish(changed)
    const newer = await newerGuide(before)
    expect(newer).not.toBeNull()
    if (!newer) return

    expect(
      await changeGuide({ actor: clerk, seen: { reference }, to: before.revisionId, now: tuesday }),
    ).toMatchObject({
      refusal: { code: 'stale' },
    })
    expect(
      await changeGuide({
        actor: clerk,
        seen: { reference, version: 1 },
        to: newer.id,
        now: tuesday,
      }),
    ).toMatchObject({
      refusal: { code: 'stale' },
    })
    expect(
      await changeGuide({
        actor: { kind: 'customer', requestId: id },
        seen: { reference },
        to: newer.id,
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'not_yours' } })
    const moved = must(
      await changeGuide({
        actor: clerk,
        seen: { reference, version: before.version },
        to: newer.id,
        now: tuesday,
      }),
    )
    expect(moved).toMatchObject({ revisionId: newer.id, state: 'open', addedSteps: ['greet'] })
    expect(Object.keys(moved.steps).sort()).toEqual(['balance', 'three_things'])
    expect(moved.steps.three_things).toEqual(before.steps.advice)
    expect((await kept(id)).personal?.notes).toMatchObject({ balance: { words: '当面退' } })
    expect(await rebuiltRequest(id)).toEqual(await kept(id))
    expect(
      await changeGuide({ actor: clerk, seen: { reference }, to: newer.id, now: tuesday }),
    ).toMatchObject({
      refusal: { code: 'stale' },
    })

    const one = await oneRequest(clerk, reference, tuesday)
    const walk = one ? walkOf(one.situation) : []
    expect(nextStep(walk)?.step.id).toBe('greet')
    expect(
      await makeMove({
        actor: clerk,
        seen: { reference },
        move: 'submit',
        input: {},
        now: tuesday,
      }),
    ).toMatchObject({
      refusal: { code: 'unmet', unmet: expect.arrayContaining(['instructions_done']) },
    })
  })

  it('that has ended keeps its guide', async () => {
    const { reference, cardType, channel, carrier, region } = await opened()
    const wrong = must(
      await makeMove({
        actor: await staff(),
        seen: { reference },
        move: 'withdraw',
        input: { reason: 'mistake' },
        now: tuesday,
      }),
    )
    await publish((live) => ({ ...live, intro: text }))
    const newer = await newerGuide({
      cardType,
      channel,
      carrier,
      region,
      revisionId: wrong.revisionId,
    })
    expect(
      await changeGuide({
        actor: await staff(),
        seen: { reference },
        to: newer?.id ?? '',
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'ended' } })
    expect(
      await changeGuide({
        actor: await by('admin@example.test'),
        seen: { reference },
        to: newer?.id ?? '',
        now: tuesday,
      }),
    ).toMatchObject({ refusal: { code: 'not_found' } })
  })
})

describe('the experience of a guide', () => {
  it('reports per step how often it was noted, how long it took and what came back', async () => {
    const now = new Date()
    const guideId = await publish((live) => live)
    const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
    const asked = await submitted({}, now)
    must(
      await makeMove({
        actor: await reviewer(),
        seen: asked,
        move: 'ask',
        input: { items: [{ step: 'materials', words: '复印件看不清' }] },
        now: minutes(1),
      }),
    )
    const rejected = await submitted({}, now)
    must(
      await makeMove({
        actor: await reviewer(),
        seen: rejected,
        move: 'reject',
        input: { reason: 'material_missing', words: '缺材料', step: 'materials' },
        now: minutes(1),
      }),
    )
    const slow = await opened({}, now)
    must(
      await noteStep({
        actor: await staff(),
        seen: slow,
        step: 'balance',
        input: { amount: '0', route: 'none' },
        now: minutes(8),
      }),
    )
    must(
      await noteStep({
        actor: await staff(),
        seen: { reference: slow.reference },
        step: 'balance',
        input: { amount: '1', route: 'cash' },
        now: minutes(60),
      }),
    )

    const experience = await stepExperience(guideId, minutes(2))
    const of = (id: string) => experience.find(({ step }) => step === id)
    expect(of('materials')).toMatchObject({ noted: 2, sentBack: 1, rejected: 1 })
    // At once three times (one of them in the request above) and once after eight minutes; its
    // correction does not count.
    expect(of('balance')).toMatchObject({ noted: 4, minutes: 0, sentBack: 0, rejected: 0 })
    expect(await stepExperience(guideId, new Date(now.getTime() + 100 * 86_400_000))).toEqual([])
  })
})

describe('what was asked before a newer guide', () => {
  it('moves to its step in the newer guide, so that the customer answers it', async () => {
    const { id, reference, steps } = await submitted()
    const step = Object.keys(steps).find((name) => steps[name]?.kind === 'advice') ?? ''
    const items = [{ step, words: '哪两个账户？' }]
    const asked = must(
      await makeMove({
        actor: await reviewer(),
        seen: { reference },
        move: 'ask',
        input: { items },
        now: tuesday,
      }),
    )
    const said = (one: GuideContent['steps'][number]) =>
      one.kind === 'advice' ? { ...one, id: 'said_first' } : one
    await publish((live) => ({ ...live, steps: live.steps.map(said) }))
    const newer = await newerGuide(asked)
    must(
      await changeGuide({
        actor: await staff(),
        seen: { reference },
        to: newer?.id ?? '',
        now: tuesday,
      }),
    )

    const view = await statusOf(reference, true, tuesday)
    expect(view?.asked).toEqual([{ step: 'said_first', words: '哪两个账户？' }])
    const answers = view?.asked.map((item) => ({ step: item.step, words: '邮箱和网银' }))
    const customer = { kind: 'customer', requestId: id } as const
    const record = must(
      await makeMove({
        actor: customer,
        seen: { reference },
        move: 'supply',
        input: { answers },
        now: tuesday,
      }),
    )
    const item = { step: 'said_first', asked: '哪两个账户？', answer: '邮箱和网银' }
    expect((await roundsOf(record))[0]?.items).toMatchObject([item])
    expect((await statusOf(reference, true, tuesday))?.answered).toMatchObject([item])
  })
})
