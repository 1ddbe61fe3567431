import { database } from '@/lib/db/client'
import { differencesOf } from '../differences'
import { type GuideDraftContent, contentOf, draftSchema } from '../draft'
import { type RowDifference, differencesByRow } from '../row-differences'
import { type WiderChange, widerChanges } from '../taking-over'
import type { Standing } from '../standing'
import { standingsOf } from './known-guides'
import { publishedRevision } from './published'

/**
 * Whether the wider guide says something new: `behind` until that is taken over, `taken` while it
 * is only in the draft, `level` otherwise, also where it is not known what the guide began with.
 */
export type InheritanceState = 'level' | 'behind' | 'taken'

async function stateOf({ wider, live, draft }: Standing): Promise<InheritanceState> {
  if (draft === null || (await saysTheSame(draft, wider)))
    return live === null || (await saysTheSame(live, wider)) ? 'level' : 'taken'
  return 'behind'
}

async function saysTheSame(one: string, other: string): Promise<boolean> {
  if (one === other) return true
  const [before, after] = await Promise.all([publishedRevision(one), publishedRevision(other)])
  return differencesOf(before.content, after.content).length === 0
}

/** The state of each narrower guide, by guide. */
export async function inheritanceStates(): Promise<Map<string, InheritanceState>> {
  const known = [...(await standingsOf(null))]
  return new Map(
    await Promise.all(known.map(async ([id, one]) => [id, await stateOf(one)] as const)),
  )
}

/** A revision of a wider guide: of which guide it is, and its number. */
export type WiderRevision = {
  id: string
  guideId: string
  carrier: string | null
  region: string | null
  number: number
}

export type Inheritance = {
  state: InheritanceState
  wider: WiderRevision
  /** What the draft, or the live guide without one, was last brought level with. */
  level: WiderRevision | null
  /** Where the guide, as it is edited, differs from the wider one: before is the wider one. */
  differences: RowDifference[]
  /** What the wider guide changed since; empty unless it is ahead. */
  changes: WiderChange[]
  /** All contents that are spoken of, for the names of their rows. */
  contents: GuideDraftContent[]
}

/** What a narrower guide inherits, as it is edited; null for a general guide. */
export async function inheritanceOf(guide: {
  id: string
  cardType: string
  channel: string
  live: unknown
  draft: { content: GuideDraftContent } | null
}): Promise<Inheritance | null> {
  const standing = (await standingsOf(guide)).get(guide.id)
  if (!standing) return null
  const own = guide.draft?.content ?? draftSchema.parse(guide.live ?? {})
  const state = await stateOf(standing)
  const level = guide.draft ? standing.draft : standing.live
  const contentAt = async (id: string) => draftSchema.parse((await publishedRevision(id)).content)
  const [wider, base, at, levelAt] = await Promise.all([
    contentAt(standing.wider),
    level ? contentAt(level) : null,
    widerRevision(standing.wider),
    level ? widerRevision(level) : null,
  ])
  return {
    state,
    wider: at,
    level: levelAt,
    differences: differencesByRow(contentOf(wider), contentOf(own)),
    changes: state === 'behind' && base ? widerChanges(base, wider, own) : [],
    contents: [own, wider, ...(base ? [base] : [])],
  }
}

async function widerRevision(id: string): Promise<WiderRevision> {
  const { guide, ...revision } = await database().revision.findUniqueOrThrow({
    where: { id },
    select: { id: true, guideId: true, number: true, guide: true },
  })
  return { ...revision, carrier: guide.carrier, region: guide.region }
}
