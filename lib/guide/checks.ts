import type { CardType, Channel } from '@/lib/cancellation/words'
import type { GuideDraftContent } from './draft'
import { sections } from './draft'
import { type StepKind, kindsDemanded } from './kinds'

export const checkCodes = ['kind_missing', 'kind_twice', 'kind_not_asked', 'text_missing_zh', 'text_missing_en', 'id_twice', 'section_empty'] as const
/** What keeps a draft from being published: `where` names the kind, or section and id. */
export type GuideFault = { code: (typeof checkCodes)[number]; where: string }

/** All that keeps a draft for this path from being published. */
export function checkDraft(draft: GuideDraftContent, cardType: CardType, channel: Channel): GuideFault[] {
  return [...kindFaults(draft, cardType, channel), ...textFaults('intro', draft.intro), ...sections.flatMap((section) => sectionFaults(draft, section))]
}

function kindFaults({ steps }: GuideDraftContent, cardType: CardType, channel: Channel): GuideFault[] {
  const demanded: StepKind[] = kindsDemanded(cardType, channel)
  const kinds: StepKind[] = steps.flatMap(({ kind }) => (kind === 'instruction' ? [] : [kind]))
  return [
    ...demanded.filter((kind) => !kinds.includes(kind)).map((kind) => ({ code: 'kind_missing' as const, where: kind })),
    ...[...new Set(kinds.filter((kind, place) => kinds.indexOf(kind) !== place))].map((kind) => ({ code: 'kind_twice' as const, where: kind })),
    // A step that this path never comes to could never be noted.
    ...[...new Set(kinds)].filter((kind) => !demanded.includes(kind)).map((kind) => ({ code: 'kind_not_asked' as const, where: kind })),
  ]
}

function sectionFaults(draft: GuideDraftContent, section: (typeof sections)[number]): GuideFault[] {
  const items: readonly { id: string; title: { zh: string; en: string }; text: { zh: string; en: string } }[] = draft[section]
  if (items.length === 0) return [{ code: 'section_empty', where: section }]
  const ids = items.map(({ id }) => id)
  return [
    ...[...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))].map((id) => ({ code: 'id_twice' as const, where: `${section}.${id}` })),
    ...items.flatMap(({ id, title, text }) => [...textFaults(`${section}.${id}`, title), ...textFaults(`${section}.${id}`, text)]),
  ].filter((fault, place, all) => all.findIndex(({ code, where }) => code === fault.code && where === fault.where) === place)
}

const textFaults = (where: string, text: { zh: string; en: string }): GuideFault[] => [
  ...(text.zh.trim() ? [] : [{ code: 'text_missing_zh' as const, where }]),
  ...(text.en.trim() ? [] : [{ code: 'text_missing_en' as const, where }]),
]
