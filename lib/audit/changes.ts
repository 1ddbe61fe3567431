import { contentOf } from './sentences'

/** A field that differs; one of a row is named after the row and a dot. */
export type Change = { field: string; before: unknown; after: unknown }

// Of the table, and of nobody's concern: ids say nothing, and an order shows in its list.
const unsaid = ['id', 'position']

const isSame = (one: unknown, other: unknown) =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** The fields that differ between the contents before and after. */
export const changesIn = (what: string, before: unknown, after: unknown): Change[] =>
  differences(before, after).flatMap(({ field, ...sides }) =>
    what === 'carrier.obligations'
      ? differences(sides.before, sides.after).map((change) => ({
          ...change,
          field: `${field}.${change.field}`,
        }))
      : [{ field, ...sides }],
  )

function differences(before: unknown, after: unknown): Change[] {
  const [one, other] = [contentOf(before), contentOf(after)]
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .filter((field) => !unsaid.includes(field) && !isSame(one[field], other[field]))
    .map((field) => ({ field, before: one[field] ?? null, after: other[field] ?? null }))
}
