import type { GuideDraftContent } from './draft'
import { type GuideConflict, merge, same } from './merge'
import { type GuidePlace, hasRow, samePlace, valueAt, withValue } from './place'

/** What an editor decides about a conflict: whose words, or whether a row stays. */
export type Decision = { place: GuidePlace; keep: 'mine' | 'theirs' }
/** What an editor has at a place where the draft has other words, until that is decided. */
export type OwnWords = GuidePlace & { mine: unknown }
/** What was saved first at such a place, and by whom. */
export type OpenConflict = OwnWords & { their: { by: string | null; at: string } }
/** A draft with what an editor still has to decide in it. */
export type SavedDraft = { content: GuideDraftContent; conflicts: readonly OpenConflict[] }

/**
 * The draft as an editor sees it: where others' words were saved first, the editor's own stand in
 * the field until that is decided.
 */
export const withOwnWords = (
  content: GuideDraftContent,
  conflicts: readonly OwnWords[],
): GuideDraftContent =>
  conflicts.reduce(
    (shown, conflict) =>
      conflict.field !== null && hasRow(shown, conflict)
        ? withValue(shown, conflict, conflict.mine)
        : shown,
    content,
  )

type Save<Open extends OwnWords> = {
  /** What the editor's form rests on. */
  base: GuideDraftContent
  /** The draft now. */
  current: GuideDraftContent
  /** The form, with the editor's own words where there are some. */
  form: GuideDraftContent
  /** Conflicts that the editor has not decided yet. */
  open: readonly Open[]
  /** Places that became conflicts on the page. */
  own: readonly GuidePlace[]
  decisions: readonly Decision[]
}

/**
 * A save on what others saved meanwhile: the draft afterwards, and what the author still has to
 * decide. What an author has at such a place is no change of the draft until it is decided.
 */
export function mergedSave<Open extends OwnWords>(save: Save<Open>) {
  const { base, current, form, open, own, decisions } = save
  const decided = (place: GuidePlace) =>
    decisions.find((decision) => samePlace(decision.place, place))?.keep
  const known: readonly (GuidePlace | Open)[] = [
    ...open,
    ...own,
    ...decisions.map(({ place }) => place),
  ]
  const places = known.filter(
    (place, n) => known.findIndex((one) => samePlace(one, place)) === n && place.field !== null,
  )
  // Where others removed the row meanwhile, the author's words are a change of it again.
  const aside = places.filter(
    (place) =>
      decided(place) === 'theirs' ||
      (!decided(place) && (hasRow(current, place) || !hasRow(form, place))),
  )
  const rows = open.filter(({ field }) => field === null)
  const without = rows
    .filter((place) => decided(place) === (place.mine === null ? 'mine' : 'theirs'))
    .reduce<GuideDraftContent>((content, place) => withValue(content, place, null), form)
  const mine = aside.reduce<GuideDraftContent>(
    (content, place) => withValue(content, place, valueAt(base, place)),
    without,
  )
  const { content, conflicts } = merge(base, mine, current)
  const kept: (OwnWords | Open)[] = [
    ...aside
      .filter((place) => !decided(place))
      .flatMap((place) => {
        if (hasRow(form, place)) return [{ ...place, mine: valueAt(form, place) }]
        // Gone before this form was shown: the words stay with the author. Otherwise the author
        // removed the row, and the words with it.
        return 'mine' in place && !hasRow(base, place) ? [place] : []
      }),
    ...rows.filter((place) => !decided(place)),
  ].filter((place) => !conflicts.some((one) => samePlace(one, place)))
  const all: (OwnWords | Open | GuideConflict)[] = [...kept, ...conflicts]
  const undecided = all.filter((place) =>
    place.field === null
      ? hasRow(content, place)
      : !hasRow(content, place) || !same(place.mine, valueAt(content, place)),
  )
  return { content, undecided }
}

/**
 * What a form shows once a save was answered: `sent` was saved, `typed` is what the form says by
 * now. What others saved comes in; what was typed stays, and where others' words came in at the
 * same place, `own` names it, so that the next save does not overwrite them.
 */
export function takenIn(
  sent: GuideDraftContent,
  typed: GuideDraftContent,
  answer: { content: GuideDraftContent; conflicts: readonly OwnWords[] },
): { content: GuideDraftContent; own: GuidePlace[] } {
  const shown = withOwnWords(answer.content, answer.conflicts)
  const { content, conflicts } = merge(sent, typed, shown)
  const own = conflicts.filter(({ field }) => field !== null)
  return { content: withOwnWords(content, own), own: own.map(placeOf) }
}

const placeOf = ({ section, row, field, language }: GuidePlace): GuidePlace => ({
  section,
  row,
  field,
  language,
})
