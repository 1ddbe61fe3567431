import { cardTypes, channels } from '@/lib/domain/coded-values'
import { type Transaction, database } from '@/lib/db/client'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import { anchorsOf, pathAddress, plainPages } from '../address'
import type { GuideDraftContent } from '../draft'
import { sections } from '../draft'
import { type LinkTargets, partsOfText, pictureAt } from '../links'
import { generalGuide } from './published'

/**
 * The current link targets of a draft: the public pages with their anchors, and those of its
 * pictures that exist; inside a transaction pass `tx`.
 */
export async function linkTargets(
  draft: GuideDraftContent,
  tx?: Transaction,
): Promise<LinkTargets> {
  const paths = cardTypes.flatMap((cardType) => channels.map((channel) => ({ cardType, channel })))
  const guides = await Promise.all(
    paths.map(
      async ({ cardType, channel }) =>
        [pathAddress(cardType, channel), await generalGuide(cardType, channel, tx)] as const,
    ),
  )
  const pages = Object.fromEntries([
    ...plainPages.map((page) => [page, []] as const),
    ...guides.flatMap(([address, guide]) =>
      guide ? [[address, anchorsOf(guide.content)] as const] : [],
    ),
  ])
  const shown = textsOf(draft)
    .flatMap((text) =>
      partsOfText(text).pictures.flatMap(({ address }) => pictureAt(address) ?? []),
    )
    .filter(isUuid)
  const pictures = shown.length
    ? await (tx ?? database()).picture.findMany({
        where: { id: { in: shown } },
        select: { id: true },
      })
    : []
  return { pages, pictures: pictures.map(({ id }) => id) }
}

const textsOf = (draft: GuideDraftContent) =>
  [
    draft.intro,
    ...sections.flatMap((section) => draft[section].map(({ text }) => text)),
    ...draft.steps.map(({ staff }) => staff.text),
  ].flatMap(({ zh, en }) => [zh, en])
