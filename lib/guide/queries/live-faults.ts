import { type GuideFault, checkDraft } from '../checks'
import { draftSchema, sections } from '../draft'
import { type LanguageFault, languageFaults } from '../language-faults'
import type { Bilingual, GuideContent } from '../schemas'
import { type LiveGuide, liveGuides } from './live-guides'
import { publishedRevision } from './published'
import { linkTargets } from './targets'

/** A fault, and the title of the row that it is in; null where it is in none. */
export type LiveFault = (GuideFault | LanguageFault) & { title: Bilingual | null }

// A revision never changes, and links lead to the general guides' places: as long as none of these
// is published anew, what was found stays so.
const found = new Map<string, LiveFault[]>()
const mostKept = 2000
// Each guide not looked at yet costs some milliseconds: more of them wait for the next visit.
const mostAtOnce = 100

/**
 * The faults of the guides that customers read now: what could not be published today, such as a
 * link whose page has gone since, and texts that a language lacks. Links to other sites are judged
 * by their form alone. `unseen`: guides that were not looked at yet.
 */
export async function liveFaults(): Promise<{
  guides: (Omit<LiveGuide, 'revision'> & { faults: LiveFault[] })[]
  unseen: number
}> {
  const live = await liveGuides()
  const general = live
    .filter(({ carrier, region }) => !carrier && !region)
    .map(({ revision }) => revision)
    .join()
  const keyOf = ({ revision }: LiveGuide) => `${revision} ${general}`
  const fresh = live.filter((guide) => !found.has(keyOf(guide)))
  for (const guide of fresh.slice(0, mostAtOnce)) {
    if (found.size >= mostKept) found.clear()
    found.set(keyOf(guide), await faultsOf(guide))
  }
  return {
    guides: live.flatMap(({ revision, ...guide }) => {
      const faults = found.get(keyOf({ revision, ...guide })) ?? []
      return faults.length ? [{ ...guide, faults }] : []
    }),
    unseen: Math.max(0, fresh.length - mostAtOnce),
  }
}

async function faultsOf({ revision, cardType, channel }: LiveGuide): Promise<LiveFault[]> {
  const { content } = await publishedRevision(revision)
  const draft = draftSchema.parse(content)
  const faults = [
    ...checkDraft(draft, cardType, channel, await linkTargets(draft)),
    ...languageFaults(content),
  ]
  return faults.map((fault) => ({ ...fault, title: titleAt(content, fault.where) }))
}

function titleAt(content: GuideContent, where: string): Bilingual | null {
  const [section, id] = where.split('.', 2)
  const rows = sections.find((one) => one === section)
  return (rows && content[rows].find((row) => row.id === id)?.title) ?? null
}
