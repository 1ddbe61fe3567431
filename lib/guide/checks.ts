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
 * A fault that blocks publishing: `where` is the kind, or section and id; `at` is the field as the
 * form names it (`steps.3.staff.text.en`), or the section; `what` is the faulty address.
 */
export type GuideFault = {
  code: (typeof checkCodes)[number]
  where: string
  at: string
  what?: string
}

/** All faults that block publishing a draft for this path; `targets`: valid link targets. */
export function checkDraft(
  draft: GuideDraftContent,
  cardType: CardType,
  channel: Channel,
  targets: LinkTargets,
): GuideFault[] {
  const own = anchorsOf(draft)
  const intro = { where: 'intro', at: 'intro' }
  return [
    ...kindFaults(draft, cardType, channel),
    ...textFaults(intro, draft.intro),
    ...linkFaults(intro, draft.intro, targets, own),
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
      .map((kind) => ({ code: 'kind_missing' as const, where: kind, at: 'steps' })),
    ...[...new Set(kinds.filter((kind, place) => kinds.indexOf(kind) !== place))].map((kind) => ({
      code: 'kind_twice' as const,
      where: kind,
      at: `steps.${steps.findLastIndex((step) => step.kind === kind)}.kind`,
    })),
    // A step that this path never reaches could never be noted.
    ...[...new Set(kinds)]
      .filter((kind) => !demanded.includes(kind))
      .map((kind) => ({
        code: 'kind_not_asked' as const,
        where: kind,
        at: `steps.${steps.findIndex((step) => step.kind === kind)}.kind`,
      })),
  ]
}

type Text = { zh: string; en: string }
type Side = { title: Text; text: Text }
type Item = { id: string; staff?: Side } & Side

function sectionFaults(
  draft: GuideDraftContent,
  section: (typeof sections)[number],
  targets: LinkTargets,
  own: readonly string[],
): GuideFault[] {
  const items: readonly Item[] = draft[section]
  if (items.length === 0) return [{ code: 'section_empty', where: section, at: section }]
  const ids = items.map(({ id }) => id)
  return [
    ...[...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))].map((id) => ({
      code: 'id_twice' as const,
      where: `${section}.${id}`,
      at: `${section}.${ids.lastIndexOf(id)}.id`,
    })),
    ...items.flatMap(({ id, title, text, staff }, place) => {
      const row = { where: `${section}.${id}`, at: `${section}.${place}` }
      const wordingFaults = (side: Side, at: string) => [
        ...textFaults({ ...row, at: `${at}.title` }, side.title),
        ...textFaults({ ...row, at: `${at}.text` }, side.text),
        ...linkFaults({ ...row, at: `${at}.text` }, side.text, targets, own),
      ]
      return [
        ...wordingFaults({ title, text }, row.at),
        ...(staff ? wordingFaults(staff, `${row.at}.staff`) : []),
      ]
    }),
  ]
}

/** A row, or the introduction, and the text in it that is looked at. */
type Place = { where: string; at: string }

const languages = ['zh', 'en'] as const

const textFaults = ({ where, at }: Place, text: Text): GuideFault[] =>
  languages
    .filter((language) => !text[language].trim())
    .map((language) => ({ code: `text_missing_${language}`, where, at: `${at}.${language}` }))

function linkFaults(
  { where, at: text }: Place,
  said: Text,
  targets: LinkTargets,
  own: readonly string[],
): GuideFault[] {
  return languages
    .filter((language) => said[language].trim())
    .flatMap((language) => {
      const at = `${text}.${language}`
      const { links, pictures, html, words } = partsOfText(said[language])
      return deduplicated([
        ...links.flatMap((address) => {
          const code = linkFault(address, targets, own)
          return code ? [{ code, where, at, what: address }] : []
        }),
        ...pictures.flatMap(({ address, words: described }): GuideFault[] => {
          if (!targets.pictures.includes(pictureAt(address) ?? ''))
            return [{ code: 'picture_unknown', where, at, what: address }]
          return described.trim() ? [] : [{ code: 'picture_wordless', where, at }]
        }),
        ...(html ? [{ code: 'html_unseen' as const, where, at }] : []),
        ...(words || pictures.length || html ? [] : [{ code: 'text_empty' as const, where, at }]),
      ])
    })
}

/** The same address twice in one text is one fault. */
const deduplicated = (faults: readonly GuideFault[]) =>
  faults.filter(
    (fault, place) =>
      faults.findIndex(({ code, what }) => code === fault.code && what === fault.what) === place,
  )

// Only requested in circumstances that its other condition excludes or that this path cannot have.
const neverAsked = (
  { materials }: GuideDraftContent,
  cardType: CardType,
  channel: Channel,
): GuideFault[] =>
  materials.flatMap(({ id, when, unless }, place) => {
    const never =
      when?.length &&
      !when.some(
        (one) => circumstancesOn(cardType, channel).includes(one) && !unless?.includes(one),
      )
    return never
      ? [{ code: 'material_never_asked', where: `materials.${id}`, at: `materials.${place}.when` }]
      : []
  })
