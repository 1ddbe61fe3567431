import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type GuideDraftContent, draftSchema } from '@/lib/guide/draft'
import { same } from '@/lib/guide/merge'
import { type OwnWords, mergedSave } from '@/lib/guide/own-words'
import { seededGuides } from '@/lib/guide/seed/contents'
import {
  type Answer,
  type DraftServer,
  type Who,
  happening,
  playTwoEditors,
} from '../factories/two-editors'

const seeded = draftSchema.parse(
  JSON.parse(JSON.stringify(seededGuides.find(({ cardType }) => cardType === 'sim')?.content)),
)
/** Few rows, so that two editors meet. */
const start: GuideDraftContent = {
  intro: seeded.intro,
  reasons: seeded.reasons.slice(0, 2),
  materials: seeded.materials.slice(0, 2),
  steps: seeded.steps.slice(0, 2),
  aftercare: seeded.aftercare.slice(0, 1),
}

/** The rules of saving, with a list for a database. */
function inMemory(): DraftServer {
  const versions: { content: GuideDraftContent; saveId: string }[] = [
    { content: start, saveId: '' },
  ]
  const open: Record<Who, readonly OwnWords[]> = { a: [], b: [] }
  const now = (who: Who): Answer => ({
    seen: versions.length - 1,
    content: versions.at(-1)?.content ?? start,
    conflicts: open[who],
  })
  return {
    async save(who, { saveId, content: form, seen, own, decisions }) {
      if (versions.some((version) => version.saveId === saveId)) return now(who)
      const [base, current] = [versions[seen]?.content ?? start, now(who).content]
      const saved = mergedSave({ base, current, form, open: open[who], own, decisions })
      open[who] = saved.undecided.map((one) => ({ ...one, mine: one.mine ?? null }))
      if (!same(saved.content, current)) versions.push({ content: saved.content, saveId })
      return now(who)
    },
  }
}

it('two editors lose no acknowledged word and end with the same draft, whatever breaks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 24 }), async (happenings) => {
      const { a, b, lost } = await playTwoEditors(
        inMemory(),
        { seen: 0, content: start },
        happenings,
      )
      expect(lost).toEqual([])
      expect([a.conflicts, b.conflicts]).toEqual([[], []])
      expect(same(a.form, b.form)).toBe(true)
      expect(same(a.form, a.known)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
