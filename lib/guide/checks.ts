import { circumstancesOn } from '@/lib/domain/circumstances'
import type { CardType, Channel } from '@/lib/domain/coded-values'
import { anchorsOf } from './address'
import { type GuideDraftContent, sections } from './draft'
import { type StepKind, kindsDemanded } from '@/lib/domain/step-kinds'
import { type LinkTargets, linkFault, partsOfText, pictureAt } from './links'

export const checkCodes = [
  'kind_missing',
  'kind_twice',
  'kind_not_asked',
  'text_missing_zh',
  'text_missing_en',
  'staff_text_missing_zh',
  'staff_text_missing_en',
  'text_empty',
  'id_twice',
  'section_empty',
  'material_never_asked',
  'page_unknown',
  'anchor_unknown',
  'address_malformed',
  'picture_unknown',
  'picture_wordless',
  'html_unseen',
] as const
/**
 * A fault that blocks publishing: `where` is the kind, or section and id; `what` is the faulty
 * address.
 */
export type GuideFault = { code: (typeof checkCodes)[number]; where: string; what?: string }

/** All faults that block publishing a draft for this path; `targets`: valid link targets. */
export function checkDraft(
  draft: GuideDraftContent,
  cardType: CardType,
  channel: Channel,
  targets: LinkTargets,
): GuideFault[] {
  const own = anchorsOf(draft)
  return [
    ...kindFaults(draft, cardType, channel),
    ...textFaults('intro', draft.intro),
    ...linkFaults('intro', draft.intro, targets, own),
    ...sections.flatMap((section) => sectionFaults(draft, section, targets, own)),
    ...neverAsked(draft, cardType, channel),
  ]
}

function kindFaults(
  { steps }: GuideDraftContent,
  cardType: CardType,
  channel: Channel,
): GuideFault[] {
  const demanded: StepKind[] = kindsDemanded(cardType, channel)
  const kinds: StepKind[] = steps.flatMap(({ kind }) => (kind === 'instruction' ? [] : [kind]))
  return [
    ...demanded
      .filter((kind) => !kinds.includes(kind))
      .map((kind) => ({ code: 'kind_missing' as const, where: kind })),
    ...[...new Set(kinds.filter((kind, place) => kinds.indexOf(kind) !== place))].map((kind) => ({
      code: 'kind_twice' as const,
      where: kind,
    })),
    // A step that this path never reaches could never be noted.
    ...[...new Set(kinds)]
      .filter((kind) => !demanded.includes(kind))
      .map((kind) => ({ code: 'kind_not_asked' as const, where: kind })),
  ]
}

type Text = { zh: string; en: string }
type Item = { id: string; title: Text; text: Text; staff?: { title: Text; text: Text } }

function sectionFaults(
  draft: GuideDraftContent,
  section: (typeof sections)[number],
  targets: LinkTargets,
  own: readonly string[],
): GuideFault[] {
  const items: readonly Item[] = draft[section]
  if (items.length === 0) return [{ code: 'section_empty', where: section }]
  const ids = items.map(({ id }) => id)
  return [
    ...[...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))].map((id) => ({
      code: 'id_twice' as const,
      where: `${section}.${id}`,
    })),
    ...items.flatMap(({ id, title, text, staff }) => {
      const where = `${section}.${id}`
      return deduplicated([
        ...textFaults(where, title),
        ...textFaults(where, text),
        ...linkFaults(where, text, targets, own),
        ...(staff
          ? [
              ...staffTextFaults(where, staff.title),
              ...staffTextFaults(where, staff.text),
              ...linkFaults(where, staff.text, targets, own),
            ]
          : []),
      ])
    }),
  ]
}

const deduplicated = (faults: GuideFault[]) =>
  faults.filter(
    (fault, place) =>
      faults.findIndex(({ code, what }) => code === fault.code && what === fault.what) === place,
  )

const textFaults = (where: string, text: Text): GuideFault[] => [
  ...(text.zh.trim() ? [] : [{ code: 'text_missing_zh' as const, where }]),
  ...(text.en.trim() ? [] : [{ code: 'text_missing_en' as const, where }]),
]

const staffTextFaults = (where: string, text: Text): GuideFault[] => [
  ...(text.zh.trim() ? [] : [{ code: 'staff_text_missing_zh' as const, where }]),
  ...(text.en.trim() ? [] : [{ code: 'staff_text_missing_en' as const, where }]),
]

function linkFaults(
  where: string,
  text: Text,
  targets: LinkTargets,
  own: readonly string[],
): GuideFault[] {
  return [text.zh, text.en]
    .filter((side) => side.trim())
    .flatMap((side) => {
      const { links, pictures, html, words } = partsOfText(side)
      return [
        ...links.flatMap((address) => {
          const code = linkFault(address, targets, own)
          return code ? [{ code, where, what: address }] : []
        }),
        ...pictures.flatMap(({ address, words: said }): GuideFault[] => {
          if (!targets.pictures.includes(pictureAt(address) ?? ''))
            return [{ code: 'picture_unknown', where, what: address }]
          return said.trim() ? [] : [{ code: 'picture_wordless', where }]
        }),
        ...(html ? [{ code: 'html_unseen' as const, where }] : []),
        ...(words || pictures.length || html ? [] : [{ code: 'text_empty' as const, where }]),
      ]
    })
}

// Only requested in circumstances that its other condition excludes or that this path cannot have.
const neverAsked = (
  { materials }: GuideDraftContent,
  cardType: CardType,
  channel: Channel,
): GuideFault[] =>
  materials
    .filter(
      ({ when, unless }) =>
        when?.length &&
        !when.some(
          (one) => circumstancesOn(cardType, channel).includes(one) && !unless?.includes(one),
        ),
    )
    .map(({ id }) => ({ code: 'material_never_asked', where: `materials.${id}` }))
