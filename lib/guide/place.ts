import type { GuideDraftContent } from './draft'
import type { GuideSection } from './sections'

/**
 * Where something stands in a guide. `row` is null for the introduction; `field` is null for a
 * whole row, otherwise a path such as `staff.title`; `language` is null but in a text.
 */
export type GuidePlace = {
  section: GuideSection | 'intro'
  row: string | null
  field: string | null
  language: 'zh' | 'en' | null
}

export const samePlace = (one: GuidePlace, other: GuidePlace) =>
  one.section === other.section &&
  one.row === other.row &&
  one.field === other.field &&
  one.language === other.language

type Tree = { [key: string]: unknown }

const rowAt = (content: GuideDraftContent, { section, row }: GuidePlace) =>
  section === 'intro'
    ? undefined
    : (content[section] as readonly (Tree & { id: string })[]).find(({ id }) => id === row)

const pathOf = ({ field, language }: GuidePlace) => [
  ...(field?.split('.') ?? []),
  ...(language ? [language] : []),
]

/** Whether the row of a place is there; the introduction always is. */
export const hasRow = (content: GuideDraftContent, place: GuidePlace) =>
  place.section === 'intro' || rowAt(content, place) !== undefined

/** What stands at a place; null for nothing, and for a row that is not there. */
export function valueAt(content: GuideDraftContent, place: GuidePlace): unknown {
  if (place.section === 'intro') return place.language && content.intro[place.language]
  const row = rowAt(content, place)
  if (place.field === null) return row ?? null
  return (
    pathOf(place).reduce<unknown>(
      (value, name) => (typeof value === 'object' && value ? (value as Tree)[name] : undefined),
      row,
    ) ?? null
  )
}

/**
 * The content with a value put at a place. A whole row is only taken away (`null`) or left; a field
 * of a row that is not there is left out.
 */
export function withValue(
  content: GuideDraftContent,
  place: GuidePlace,
  value: unknown,
): GuideDraftContent {
  const { section, row, field, language } = place
  if (section === 'intro')
    return language
      ? { ...content, intro: { ...content.intro, [language]: String(value ?? '') } }
      : content
  const rows = content[section] as readonly (Tree & { id: string })[]
  const put = (item: Tree, [name = '', ...rest]: readonly string[]): Tree => {
    if (rest.length) return { ...item, [name]: put((item[name] as Tree | undefined) ?? {}, rest) }
    const others = Object.fromEntries(Object.entries(item).filter(([key]) => key !== name))
    return value === null || value === undefined
      ? { ...others, ...(language && { [name]: '' }) }
      : { ...others, [name]: value }
  }
  const after =
    field === null
      ? rows.filter(({ id }) => value !== null || id !== row)
      : rows.map((item) => (item.id === row ? put(item, pathOf(place)) : item))
  return { ...content, [section]: after } as GuideDraftContent
}
