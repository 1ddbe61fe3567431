import { differencesOf } from './differences'
import { type GuideDraftContent, contentOf, sections } from './draft'
import { type GuideConflict, merge } from './merge'
import { type RowDifference, differencesByRow } from './row-differences'

/**
 * What becomes of a change of the wider guide. Where the narrower one says something of its own:
 * `take` puts the wider guide's words there, `own` takes over only what does not touch its words.
 * `leave` keeps the row as it is.
 */
export const choices = ['take', 'own', 'leave'] as const
export type Choice = (typeof choices)[number]

/** The name of a place's choice in a form, where dots and colons have meanings of their own. */
export const placeField = (where: string) => `row.${where.replace('.', '/')}`
export const placeOfField = (name: string) => name.replace('/', '.')

export type ChoiceOf = (where: string) => Choice

/** A change of the wider guide, and where the narrower one has words of its own instead. */
export type WiderChange = RowDifference & { conflicts: GuideConflict[] }

/** A conflict's field as differences name it: `title.zh`, `intro.en`. */
export const fieldOf = ({ section, field, language }: GuideConflict) =>
  [section === 'intro' ? section : field, language].filter(Boolean).join('.')

/** What the wider guide changed since `base` and the narrower one (`own`) does not have yet. */
export function widerChanges(
  base: GuideDraftContent,
  wider: GuideDraftContent,
  own: GuideDraftContent,
): WiderChange[] {
  const { conflicts } = merge(base, wider, own)
  return differencesByRow(contentOf(base), contentOf(wider)).flatMap((change) => {
    const only: ChoiceOf = (place) => (place === change.where ? 'take' : 'leave')
    const taken = takenOver(base, wider, own, only)
    if (differencesOf(contentOf(taken), contentOf(own)).length === 0) return []
    return { ...change, conflicts: conflicts.filter((one) => placeOf(one) === change.where) }
  })
}

/** The narrower guide with what was chosen of the wider one's changes since `base`. */
export function takenOver(
  base: GuideDraftContent,
  wider: GuideDraftContent,
  own: GuideDraftContent,
  choiceOf: ChoiceOf,
): GuideDraftContent {
  const taken = withoutLeft(base, wider, choiceOf)
  // On a conflict the second of the two stands.
  const { content: ownStands, conflicts } = merge(base, taken, own)
  const { content: widerStands } = merge(base, own, taken)
  const takes = (where: string) => choiceOf(where) === 'take'
  // A row that one of the two removed and the other changed is kept by the merge.
  const removed = conflicts
    .filter((one) => one.field === null && one[takes(placeOf(one)) ? 'mine' : 'theirs'] === null)
    .map(placeOf)
  const rows = sections.map((section) => {
    const merged: readonly Row[] = ownStands[section]
    const others: readonly Row[] = widerStands[section]
    const chosen = merged.map((row) =>
      takes(`${section}.${row.id}`) ? (others.find(({ id }) => id === row.id) ?? row) : row,
    )
    return [section, chosen.filter(({ id }) => !removed.includes(`${section}.${id}`))]
  })
  return {
    intro: (takes('intro') ? widerStands : ownStands).intro,
    ...Object.fromEntries(rows),
  } as GuideDraftContent
}

const placeOf = ({ section, row }: Pick<GuideConflict, 'section' | 'row'>) =>
  row === null ? section : `${section}.${row}`

type Row = { id: string }

/** The wider guide as if it had not changed what is left. */
function withoutLeft(
  base: GuideDraftContent,
  wider: GuideDraftContent,
  choiceOf: ChoiceOf,
): GuideDraftContent {
  const rows = sections.map((section) => {
    const [before, after]: (readonly Row[])[] = [base[section], wider[section]]
    const left = ({ id }: Row) => choiceOf(`${section}.${id}`) === 'leave'
    const kept = (after ?? []).flatMap((row) => {
      if (!left(row)) return [row]
      return before?.find(({ id }) => id === row.id) ?? []
    })
    const known = restored(before ?? [], kept, left)
    return [section, choiceOf(section) === 'leave' ? inOrderOf(before ?? [], known) : known]
  })
  return {
    intro: choiceOf('intro') === 'leave' ? base.intro : wider.intro,
    ...Object.fromEntries(rows),
  } as GuideDraftContent
}

/** The rows, with those that were removed and are left: each after the one before it. */
function restored(
  before: readonly Row[],
  rows: readonly Row[],
  left: (row: Row) => boolean,
): Row[] {
  const all = [...rows]
  for (const [place, row] of before.entries()) {
    if (!left(row) || all.some(({ id }) => id === row.id)) continue
    const previous = before[place - 1]
    all.splice(previous ? all.findIndex(({ id }) => id === previous.id) + 1 : 0, 0, row)
  }
  return all
}

/** The rows with those that `before` has too in its order; the others keep their places. */
function inOrderOf(before: readonly Row[], rows: readonly Row[]): Row[] {
  const known = before.flatMap(({ id }) => rows.find((row) => row.id === id) ?? [])
  const isKnown = (row: Row) => before.some(({ id }) => id === row.id)
  return rows.map((row) => (isKnown(row) ? (known.shift() as Row) : row))
}
