import { describe, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { dropDraft, narrowGuide, saveDraft } from '@/lib/guide/commands/drafts'
import { planDraft, publishDraft, republish } from '@/lib/guide/commands/publish'
import { takeOver } from '@/lib/guide/commands/taking-over'
import { type GuideDraftContent, draftSchema } from '@/lib/guide/draft'
import { guideToEdit } from '@/lib/guide/queries/editing'
import { inheritanceOf, inheritanceStates } from '@/lib/guide/queries/inheritance'
import { guideFor } from '@/lib/guide/queries/published'
import type { Choice } from '@/lib/guide/taking-over'
import { opened, tuesday } from '../factories/requests'

const admin = async () =>
  (await database().account.findUniqueOrThrow({ where: { email: 'admin@example.test' } })).id
const at = (minutes: number) => new Date(tuesday.getTime() + minutes * 60_000)

async function edited(id: string) {
  const guide = await guideToEdit(id)
  if (!guide) throw new Error('no guide')
  return { ...guide, content: guide.draft?.content ?? draftSchema.parse(guide.live) }
}

async function add(carrier: string | null, region: string | null) {
  const key = { cardType: 'sim' as const, channel: 'online' as const, carrier, region }
  const made = await narrowGuide(await admin(), key, tuesday)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value.guideId
}

/** Publishes a guide with a change, and gives its newest revision's id. */
async function publish(
  id: string,
  change: (content: GuideDraftContent) => GuideDraftContent = (content) => content,
) {
  const by = await admin()
  const { seen, content } = await edited(id)
  expect(await saveDraft(by, id, change(content), seen, at(1))).toMatchObject({ ok: true })
  const draft = await edited(id)
  expect(await publishDraft(by, id, draft.seen, 'a change', at(2))).toMatchObject({ ok: true })
  const [newest] = (await edited(id)).revisions
  return newest?.id ?? ''
}

const inheritance = async (id: string) => {
  const found = await inheritanceOf(await edited(id))
  if (!found) throw new Error('nothing wider')
  return found
}
const taken = async (id: string, choices: Record<string, Choice> = {}) => {
  const [{ wider }, { seen }] = [await inheritance(id), await edited(id)]
  const asked = { wider: wider.id, seen, choices: new Map(Object.entries(choices)) }
  return takeOver(await admin(), id, asked, at(3))
}
const intro = (zh: string, en: string) => (content: GuideDraftContent) => ({
  ...content,
  intro: { zh, en },
})
const reason = (title: string) => (content: GuideDraftContent) => ({
  ...content,
  reasons: content.reasons.map((row, place) =>
    place === 0 ? { ...row, title: { zh: `${title}。`, en: title } } : row,
  ),
})

describe('a narrower guide', () => {
  it('is level with its wider guide until that moves on, and again once taken over', async () => {
    const carrier = await add('china-unicom', null)
    await publish(carrier, intro('联通', 'Unicom'))
    const narrower = await add('china-unicom', 'CN-HE')
    expect(await inheritance(narrower)).toMatchObject({
      state: 'level',
      wider: { guideId: carrier, number: 1 },
      differences: [],
    })
    const first = await publish(narrower, intro('河北联通', 'Unicom in Hebei'))
    const running = await opened({ channel: 'online', carrier: 'china-unicom', region: 'CN-HE' })
    expect(running.revisionId).toBe(first)
    expect((await inheritance(narrower)).differences.map(({ where }) => where)).toEqual(['intro'])

    const newest = await publish(carrier, reason('To save money'))
    const behind = await inheritance(narrower)
    expect(behind).toMatchObject({ state: 'behind', wider: { number: 2 }, level: { number: 1 } })
    expect(behind.changes.map(({ kind, conflicts }) => [kind, conflicts])).toEqual([
      ['changed', []],
    ])
    expect((await inheritanceStates()).get(narrower)).toBe('behind')

    expect(await taken(narrower)).toMatchObject({ ok: true })
    const draft = await edited(narrower)
    expect(draft.content.reasons[0]?.title.en).toBe('To save money')
    expect(draft.content.intro.en).toBe('Unicom in Hebei')
    expect(await inheritance(narrower)).toMatchObject({ state: 'taken', changes: [] })
    await publish(narrower)
    expect(await inheritance(narrower)).toMatchObject({ state: 'level', level: { id: newest } })
    const applies = await guideFor('sim', 'online', 'china-unicom', 'CN-HE')
    expect(applies?.content.intro.en).toBe('Unicom in Hebei')
    expect(applies?.content.reasons[0]?.title.en).toBe('To save money')
    // Revisions that were published stay as they were, and so do the requests that rest on them.
    const row = await database().revision.findUniqueOrThrow({ where: { id: first } })
    expect(draftSchema.parse(row.content).reasons[0]?.title.en).not.toBe('To save money')
  })

  it('keeps its own words where both changed the same, unless it is chosen otherwise', async () => {
    const carrier = await add('china-broadnet', null)
    await publish(carrier)
    const narrower = await add('china-broadnet', 'CN-HE')
    await publish(narrower, intro('自己的开头', 'Its own beginning'))
    await publish(carrier, intro('新的开头', 'A new beginning'))
    const [change] = (await inheritance(narrower)).changes
    expect(change).toMatchObject({ where: 'intro' })
    expect(change?.conflicts.map(({ mine, theirs }) => [mine, theirs])).toEqual([
      ['新的开头', '自己的开头'],
      ['A new beginning', 'Its own beginning'],
    ])
    expect(await taken(narrower)).toMatchObject({ ok: true })
    expect((await edited(narrower)).content.intro.en).toBe('Its own beginning')

    // What is discarded with the draft is offered again.
    const { seen: discarded } = await edited(narrower)
    expect(await dropDraft(await admin(), narrower, discarded, at(3))).toMatchObject({ ok: true })
    expect((await inheritance(narrower)).state).toBe('behind')
    expect(await taken(narrower, { intro: 'take' })).toMatchObject({ ok: true })
    expect((await edited(narrower)).content.intro.en).toBe('A new beginning')
    await publish(narrower)
    expect(await inheritance(narrower)).toMatchObject({ state: 'level', differences: [] })

    // An earlier version that is published again is as far as it was then.
    const back = { number: 1, live: 2 }
    expect(await republish(await admin(), narrower, back, 'as before', at(5))).toMatchObject({
      ok: true,
    })
    expect(await inheritance(narrower)).toMatchObject({ state: 'behind', level: { number: 1 } })
  })

  it('from before this was known is level with what applied when it was added', async () => {
    const old = await database().guide.create({
      data: { cardType: 'sim', channel: 'online', carrier: 'china-telecom', region: 'CN-HE' },
    })
    await database().revision.create({
      data: {
        guideId: old.id,
        number: 1,
        note: 'of before',
        publishedAt: tuesday,
        content: (
          await database().revision.findFirstOrThrow({
            where: { guide: { carrier: null, region: null, cardType: 'sim', channel: 'online' } },
          })
        ).content as object,
      },
    })
    expect(await inheritance(old.id)).toMatchObject({ state: 'level', level: { number: 1 } })
  })

  it('takes over nothing that has changed since it was seen, nor while it is scheduled', async () => {
    const by = await admin()
    const carrier = await add('china-telecom', null)
    await publish(carrier)
    const narrower = await add('china-telecom', 'CN-SX')
    await publish(narrower)
    const wider = await publish(carrier, reason('Again'))
    const { seen } = await edited(narrower)
    const asked = { wider, seen, choices: new Map<string, Choice>() }
    const refusal = (code: string) => ({ refusal: { code } })
    expect(await takeOver(by, narrower, { ...asked, seen: seen + 1 }, at(3))).toMatchObject(
      refusal('setting_changed'),
    )
    await publish(carrier, reason('And again'))
    expect(await takeOver(by, narrower, asked, at(3))).toMatchObject(refusal('setting_changed'))
    expect(await takeOver(by, carrier, { ...asked, wider: narrower }, at(3))).toMatchObject(
      refusal('setting_changed'),
    )
    const { content } = await edited(narrower)
    expect(await saveDraft(by, narrower, content, seen, at(3))).toMatchObject({ ok: true })
    const soon = at(2 * 24 * 60)
    expect(await planDraft(by, narrower, seen + 1, 'soon', soon, at(3))).toMatchObject({ ok: true })
    expect(await taken(narrower)).toMatchObject(refusal('guide_planned'))
  })
})
