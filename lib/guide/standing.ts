import { widerThan } from './resolve'

type KnownRevision = { id: string; publishedAt: Date; levelWith: string | null }
/** A guide of one card type and channel, its revisions newest first. */
export type KnownGuide = {
  id: string
  carrier: string | null
  region: string | null
  addedAt: Date
  retiredAt: Date | null
  revisions: readonly KnownRevision[]
  /** What a draft was brought level with; null for the same as the live revision. */
  draftLevelWith: string | null
}

/** How a narrower guide stands to the wider one; all are revisions. */
export type Standing = {
  /** The newest one of the guide that would apply without the narrower one. */
  wider: string
  /** What the live narrower guide was last brought level with; null where that is not known. */
  live: string | null
  /** The same of its draft. */
  draft: string | null
}

/** How each narrower guide among those of one card type and channel stands to its wider one. */
export function standings(guides: readonly KnownGuide[]): Map<string, Standing> {
  return new Map(
    guides.flatMap((guide) => {
      const wider = widerThan(inUseAt(guides), guide)?.revisions[0]
      return wider ? [[guide.id, { wider: wider.id, ...levelsOf(guides, guide) }] as const] : []
    }),
  )
}

function levelsOf(guides: readonly KnownGuide[], guide: KnownGuide) {
  const live = guide.revisions[0]?.levelWith ?? beganWith(guides, guide)
  return { live, draft: guide.draftLevelWith ?? live }
}

/** What applied when a guide was added: from that its first draft was copied. */
function beganWith(guides: readonly KnownGuide[], guide: KnownGuide): string | null {
  const wider = widerThan(inUseAt(guides, guide.addedAt), guide)
  return wider?.revisions.find(({ publishedAt }) => publishedAt <= guide.addedAt)?.id ?? null
}

/** The guides in use at a moment, or now: published, and not retired. */
const inUseAt = (guides: readonly KnownGuide[], moment?: Date) =>
  guides.filter(({ retiredAt, revisions }) =>
    moment
      ? (!retiredAt || retiredAt > moment) &&
        revisions.some(({ publishedAt }) => publishedAt <= moment)
      : !retiredAt && revisions.length > 0,
  )
