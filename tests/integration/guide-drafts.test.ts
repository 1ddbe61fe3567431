import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditEntries } from '@/lib/audit/queries'
import { database } from '@/lib/db/client'
import { type GuideDraftContent, draftSchema } from '@/lib/guide/draft'
import { dropDraft, narrowGuide, restoreDraft, saveDraft } from '@/lib/guide/commands/drafts'
import { planDraft, publishDraft, republish } from '@/lib/guide/commands/publish'
import { clearDraftVersions } from '@/lib/guide/commands/draft-versions'
import { same } from '@/lib/guide/merge'
import { conflictsOf, earlierDrafts } from '@/lib/guide/queries/drafts'
import { allGuides, guideToEdit } from '@/lib/guide/queries/editing'
import { tuesday } from '../factories/requests'
import { happening, playTwoEditors } from '../factories/two-editors'

const later = (minutes: number) => new Date(tuesday.getTime() + minutes * 60_000)
const account = async (email: string) =>
  (await database().account.findUniqueOrThrow({ where: { email } })).id
const editors = async () => ({
  a: await account('admin@example.test'),
  b: await account('reviewer@example.test'),
})

let regions: string[] = []
/** A guide of its own, with a draft as its first version. */
async function fresh() {
  const { a } = await editors()
  if (!regions.length)
    regions = (await database().region.findMany({ orderBy: { code: 'asc' } })).map(
      ({ code }) => code,
    )
  const region = regions.pop() ?? ''
  const general = (await allGuides()).find(
    ({ cardType, channel, carrier, region: narrowed }) =>
      cardType === 'sim' && channel === 'in_store' && !carrier && !narrowed,
  )
  const from = draftSchema.parse((await guideToEdit(general?.id ?? ''))?.live)
  const key = { cardType: 'sim', channel: 'in_store', carrier: 'china-mobile', region } as const
  const made = await narrowGuide(a, key, tuesday)
  if (!made.ok) throw new Error(made.refusal.code)
  return { id: made.value.guideId, from }
}
const saying = (content: GuideDraftContent, en: string, zh = content.intro.zh) => ({
  ...content,
  intro: { zh, en },
})
async function save(...given: Parameters<typeof saveDraft>) {
  const saved = await saveDraft(...given)
  if (!saved.ok) throw new Error(saved.refusal.code)
  return saved.value
}

describe('a draft that two save', () => {
  it('has the changes of both', async () => {
    const { a, b } = await editors()
    const { id, from } = await fresh()
    await save(a, id, saying(from, 'of a'), 1, later(1))
    const saved = await save(b, id, saying(from, from.intro.en, '乙的'), 1, later(2))
    expect(saved).toMatchObject({
      seen: 3,
      content: { intro: { en: 'of a', zh: '乙的' } },
      conflicts: [],
    })
    // To look without a change writes nothing, and gives what there is.
    expect(await save(a, id, saying(from, 'of a'), 2, later(3), { look: true })).toMatchObject({
      seen: 3,
      content: saved.content,
    })
  })

  it('keeps what the second wrote over the same words until the second decides', async () => {
    const { a, b } = await editors()
    const { id, from } = await fresh()
    await save(a, id, saying(from, 'of a'), 1, later(1))
    const saved = await save(b, id, saying(from, 'of b'), 1, later(2))
    const place = { section: 'intro', row: null, field: 'text', language: 'en' } as const
    const conflict = { ...place, mine: 'of b', their: { at: later(1).toISOString() } }
    expect(saved.content.intro.en).toBe('of a')
    expect(saved.conflicts).toEqual([{ ...conflict, their: { ...conflict.their, by: a } }])
    // It is there after a reload, by name, and for nobody else.
    expect(await conflictsOf(id, b)).toEqual([
      { ...conflict, their: { ...conflict.their, by: '演示管理员' } },
    ])
    expect(await conflictsOf(id, a)).toEqual([])
    expect(await publishDraft(b, id, saved.seen, 'x', later(3))).toMatchObject({
      refusal: { code: 'guide_undecided' },
    })
    expect(await planDraft(b, id, saved.seen, 'x', later(99), later(3))).toMatchObject({
      refusal: { code: 'guide_undecided' },
    })

    // The second writes on, and the draft still has the first's.
    const more = await save(b, id, saying(from, 'of b, longer'), saved.seen, later(4))
    expect(more.content.intro.en).toBe('of a')
    expect(more.conflicts).toMatchObject([{ mine: 'of b, longer', their: { by: a } }])
    const decisions = [{ place, keep: 'mine' as const }]
    const decided = await save(b, id, saying(from, 'of b, longer'), more.seen, later(5), {
      decisions,
    })
    expect(decided).toMatchObject({ content: { intro: { en: 'of b, longer' } }, conflicts: [] })
    expect(await conflictsOf(id, b)).toEqual([])
    expect(await publishDraft(b, id, decided.seen, 'x', later(6))).toMatchObject({ ok: true })
  })

  it('does not overwrite what was saved after the decision was made', async () => {
    const { a, b } = await editors()
    const { id, from } = await fresh()
    const first = await save(a, id, saying(from, 'of a'), 1, later(1))
    const saved = await save(b, id, saying(from, 'of b'), 1, later(2))
    await save(a, id, saying(from, 'of a, again'), first.seen, later(3))
    const place = { section: 'intro', row: null, field: 'text', language: 'en' } as const
    const late = await save(b, id, saying(from, 'of b'), saved.seen, later(4), {
      decisions: [{ place, keep: 'mine' }],
    })
    expect(late).toMatchObject({
      content: { intro: { en: 'of a, again' } },
      conflicts: [{ mine: 'of b', their: { at: later(3).toISOString() } }],
    })
    const given = await save(b, id, saying(from, 'of b'), late.seen, later(5), {
      decisions: [{ place, keep: 'theirs' }],
    })
    expect(given).toMatchObject({ content: { intro: { en: 'of a, again' } }, conflicts: [] })
  })

  it('takes a save whose answer was lost once', async () => {
    const { a, b } = await editors()
    const { id, from } = await fresh()
    const row = { ...from.reasons[0], id: 'added' } as GuideDraftContent['reasons'][number]
    const added = { ...from, reasons: [...from.reasons, row] }
    const one = await save(a, id, added, 1, later(1), { saveId: 'one' })
    await save(b, id, from, one.seen, later(2), { saveId: 'two' })
    const again = await save(a, id, added, 1, later(3), { saveId: 'one' })
    expect(again.content.reasons).toHaveLength(from.reasons.length)
  })

  it('is refused where the version that it rests on is not kept any more', async () => {
    const { a, b } = await editors()
    const { id, from } = await fresh()
    const one = await save(a, id, saying(from, '1'), 1, later(1))
    await save(a, id, saying(from, '2'), one.seen, later(2))
    await clearDraftVersions(new Date(later(2).getTime() + 31 * 86_400_000))
    expect(await saveDraft(b, id, saying(from, 'b'), 1, later(3))).toMatchObject({
      refusal: { code: 'setting_changed' },
    })
    expect(await database().guideDraftVersion.count({ where: { guideId: id } })).toBe(1)
  })

  it('goes on from what was published or put back meanwhile', async () => {
    const { a, b } = await editors()
    const { id, from } = await fresh()
    expect(await publishDraft(a, id, 1, 'first', later(1))).toMatchObject({ ok: true })
    const one = await save(a, id, saying(from, 'second'), 2, later(2))
    expect(await publishDraft(a, id, one.seen, 'second', later(3))).toMatchObject({ ok: true })
    expect(await republish(a, id, { number: 1, live: 2 }, 'back', later(4))).toMatchObject({
      ok: true,
    })
    const saved = await save(b, id, saying(saying(from, 'second'), 'second', '乙'), 4, later(5))
    expect(saved.content.intro).toEqual({ zh: '乙', en: from.intro.en })
  })
})

describe('a draft that was discarded', () => {
  it('is kept for 30 days, and can be made the draft again', async () => {
    const { a, b } = await editors()
    const { id, from } = await fresh()
    expect(await publishDraft(a, id, 1, 'first', later(1))).toMatchObject({ ok: true })
    const one = await save(a, id, saying(from, 'discarded'), 2, later(2))
    expect(await dropDraft(b, id, one.seen - 1, later(3))).toMatchObject({
      refusal: { code: 'setting_changed' },
    })
    expect(await dropDraft(b, id, one.seen, later(3))).toMatchObject({ ok: true })
    expect(await earlierDrafts(id, later(4))).toMatchObject([
      {
        version: one.seen,
        content: { intro: { en: 'discarded' } },
        discardedAt: later(3).toISOString(),
        discardedBy: '演示审核员',
      },
    ])
    const days = (count: number) => new Date(later(3).getTime() + count * 86_400_000)
    await clearDraftVersions(days(29))
    expect(await earlierDrafts(id, days(29))).toHaveLength(1)
    expect(await earlierDrafts(id, days(31))).toEqual([])

    // Another draft there takes its place among the discarded.
    const two = await save(a, id, saying(from, 'another'), one.seen + 1, later(5))
    expect(await restoreDraft(a, id, one.seen, two.seen - 1, later(6))).toMatchObject({
      refusal: { code: 'setting_changed' },
    })
    expect(await restoreDraft(a, id, one.seen, two.seen, later(6))).toMatchObject({ ok: true })
    expect((await guideToEdit(id))?.draft?.content.intro.en).toBe('discarded')
    expect(await earlierDrafts(id, later(7))).toMatchObject([
      { content: { intro: { en: 'another' } } },
    ])
    expect(await restoreDraft(a, id, one.seen, two.seen + 1, later(8))).toMatchObject({
      refusal: { code: 'not_found' },
    })
    expect((await auditEntries({ what: 'guide.discard' })).items).toHaveLength(1)
    expect((await auditEntries({ what: 'guide.restore_draft' })).items).toHaveLength(1)
  })
})

it('two editors on the database lose no acknowledged word and end with the same draft', async () => {
  const { a, b } = await editors()
  const { id, from } = await fresh()
  let seen = 1
  let content: GuideDraftContent = {
    ...from,
    reasons: from.reasons.slice(0, 2),
    materials: from.materials.slice(0, 2),
    steps: from.steps.slice(0, 2),
    aftercare: from.aftercare.slice(0, 1),
  }
  seen = (await save(a, id, content, seen, tuesday)).seen
  let round = 0
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 24 }), async (happenings) => {
      round += 1
      const played = await playTwoEditors(
        {
          save: (who, { saveId, content: form, seen: version, own, decisions }) =>
            save(who === 'a' ? a : b, id, form, version, later(round), {
              saveId: `${round} ${saveId}`,
              own,
              decisions,
            }),
        },
        { seen, content },
        happenings,
      )
      expect(played.lost).toEqual([])
      expect([played.a.conflicts, played.b.conflicts]).toEqual([[], []])
      expect(same(played.a.form, played.b.form)).toBe(true)
      const draft = (await guideToEdit(id))?.draft?.content
      expect(same(draft, played.a.form)).toBe(true)
      // The next run goes on where this one ended.
      await database().guideDraftConflict.deleteMany({ where: { guideId: id } })
      seen = (await save(a, id, content, played.a.seen, later(round))).seen
      content = (await guideToEdit(id))?.draft?.content ?? content
    }),
    { numRuns: 20, endOnFailure: true },
  )
}, 60_000)
