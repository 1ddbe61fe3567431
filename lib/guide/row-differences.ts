import { type GuideDifference, differencesOf } from './differences'
import { sections } from './draft'
import type { GuideContent } from './schemas'

/** A field of a row on two sides, empty where a side has nothing. Lists are joined by commas. */
export type FieldDifference = { field: string; before: string; after: string }
/**
 * A place where two contents differ. `where`: `intro`, a row (`steps.card_return`), or a section
 * whose rows are in another order; `moved` are then the rows that stand elsewhere.
 */
export type RowDifference = {
  where: string
  kind: GuideDifference['kind']
  fields: FieldDifference[]
  moved: string[]
}

/** Where two contents of guides differ, place by place, in the order in which they are read. */
export function differencesByRow(before: GuideContent, after: GuideContent): RowDifference[] {
  const found = new Map<string, RowDifference>()
  for (const one of differencesOf(before, after)) {
    const where = one.kind === 'moved' ? (one.where.split('.')[0] ?? '') : one.where
    const place = found.get(where) ?? { where, kind: one.kind, fields: [], moved: [] }
    found.set(where, place)
    if (one.kind === 'moved') place.moved.push(one.where)
    else if (one.kind !== 'changed') place.fields = wholeRow(one.where, before, after)
    else if (one.field !== undefined)
      place.fields.push({
        field: one.field,
        before: one.before ?? '',
        after: one.after ?? '',
      })
  }
  return inReadingOrder([...found.values()], before, after)
}

const rowsAt = (content: GuideContent, where: string) =>
  sections.flatMap((section) =>
    content[section]
      .filter(({ id }) => `${section}.${id}` === where)
      .map((row) => ({ section, row })),
  )

/** The fields of a row that one of the two does not have. */
function wholeRow(where: string, before: GuideContent, after: GuideContent): FieldDifference[] {
  const none = { ...after, reasons: [], materials: [], steps: [], aftercare: [] }
  const only = (content: GuideContent) => {
    const [found] = rowsAt(content, where)
    const [section = 'steps', id = ''] = where.split('.')
    return { ...none, [section]: [found?.row ?? { id }] } as GuideContent
  }
  return differencesOf(only(before), only(after)).flatMap(({ field, before: was, after: is }) =>
    field ? [{ field, before: was ?? '', after: is ?? '' }] : [],
  )
}

function inReadingOrder(
  differences: RowDifference[],
  before: GuideContent,
  after: GuideContent,
): RowDifference[] {
  const placesOf = (section: (typeof sections)[number]) => [
    section,
    ...[...after[section], ...before[section]].map(({ id }) => `${section}.${id}`),
  ]
  const places = ['intro', 'steps', ...sections.filter((section) => section !== 'steps')].flatMap(
    (section) => (section === 'intro' ? [section] : placesOf(section as 'steps')),
  )
  return differences.toSorted(
    (one, other) => places.indexOf(one.where) - places.indexOf(other.where),
  )
}
