import type { GuideDraftContent } from './draft'
import type { GuidePlace } from './place'
import { sections } from './sections'

/**
 * A place that both changed, each to something else: what each has there, null for nothing. Where
 * one removed the whole row and the other changed it, the row that was changed stays.
 */
export type GuideConflict = GuidePlace & { mine: unknown; theirs: unknown }
export type MergedGuide = {
  content: GuideDraftContent
  conflicts: GuideConflict[]
}

/**
 * The three-way merge of a guide's draft: what `mine` and `theirs` each changed since `base`, both.
 * Rows are matched by id, fields and languages apart; rows added, removed and moved by either are
 * so afterwards. Where both changed the same to different values, theirs stands, since it was saved
 * first, and mine is in `conflicts`: no changed text of either side is lost. Where both moved the
 * same row to different places, theirs stands without a conflict: no words hang on it.
 */
export function merge(
  base: GuideDraftContent,
  mine: GuideDraftContent,
  theirs: GuideDraftContent,
): MergedGuide {
  const conflicts: GuideConflict[] = []
  const values = (
    at: Pick<GuideConflict, 'section' | 'row'>,
    [ours, other, former]: [unknown, unknown, unknown],
  ) =>
    mergeValues({ base: former, mine: ours, theirs: other }, [], (path, difference) =>
      conflicts.push({ ...at, ...fieldAt(path), ...difference }),
    )
  const intro = values({ section: 'intro', row: null }, [mine.intro, theirs.intro, base.intro])
  const rows = sections.map((section) => {
    const sides = {
      base: byKey(base[section]),
      mine: byKey(mine[section]),
      theirs: byKey(theirs[section]),
    }
    const merged = new Map<string, unknown>()
    for (const key of keysOf(sides)) {
      const [ours, other, former] = [
        sides.mine.get(key),
        sides.theirs.get(key),
        sides.base.get(key),
      ]
      const row = (ours ?? other ?? former)?.id ?? null
      if (ours && other) {
        merged.set(key, values({ section, row }, [ours, other, former]))
        continue
      }
      const kept = ours ?? other
      if (!kept || (former && same(kept, former))) continue
      merged.set(key, kept)
      if (former)
        conflicts.push({
          section,
          row,
          field: null,
          language: null,
          mine: ours ?? null,
          theirs: other ?? null,
        })
    }
    return [section, inOrder(sides, merged)]
  })
  return {
    content: { intro, ...Object.fromEntries(rows) } as GuideDraftContent,
    conflicts,
  }
}

type Row = { id: string }
type Sides<T> = { base: T; mine: T; theirs: T }
type Rows = Map<string, Row>

/** Rows by their id; a draft may have an id twice, so that the second has a key of its own. */
function byKey(rows: readonly Row[]): Rows {
  const times = new Map<string, number>()
  return new Map(
    rows.map((row) => {
      const time = (times.get(row.id) ?? 0) + 1
      times.set(row.id, time)
      return [time === 1 ? row.id : `${row.id} ${time}`, row]
    }),
  )
}

const keysOf = ({ base, mine, theirs }: Sides<Rows>) =>
  new Set([...base.keys(), ...theirs.keys(), ...mine.keys()])

function fieldAt(path: readonly string[]): Pick<GuideConflict, 'field' | 'language'> {
  const last = path.at(-1)
  return last === 'zh' || last === 'en'
    ? { field: path.slice(0, -1).join('.') || 'text', language: last }
    : { field: path.join('.'), language: null }
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function mergeValues(
  { base, mine, theirs }: Sides<unknown>,
  path: readonly string[],
  conflict: (path: readonly string[], values: { mine: unknown; theirs: unknown }) => void,
): unknown {
  if (isGroup(mine) || isGroup(theirs)) {
    const within = (side: unknown) => (isGroup(side) ? side : {})
    const names = new Set([...Object.keys(within(theirs)), ...Object.keys(within(mine))])
    return Object.fromEntries(
      [...names].flatMap((name) => {
        const sides = {
          base: within(base)[name],
          mine: within(mine)[name],
          theirs: within(theirs)[name],
        }
        const value = mergeValues(sides, [...path, name], conflict)
        return value === undefined ? [] : [[name, value]]
      }),
    )
  }
  if (same(mine, theirs) || same(mine, base)) return theirs
  if (same(theirs, base)) return mine
  conflict(path, { mine: mine ?? null, theirs: theirs ?? null })
  return theirs
}

/**
 * Whether two values say the same: what is left out, false, and empty are one, and so are line ends
 * and blanks around a text, which a form does not keep.
 */
export function same(one: unknown, other: unknown): boolean {
  if (isGroup(one) || isGroup(other)) {
    const [left, right] = [isGroup(one) ? one : {}, isGroup(other) ? other : {}]
    return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((name) =>
      same(left[name], right[name]),
    )
  }
  if (isList(one) && isList(other) && (one.some(isGroup) || other.some(isGroup)))
    return one.length === other.length && one.every((item, n) => same(item, other[n]))
  return said(one) === said(other)
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

const said = (value: unknown) =>
  value === undefined || value === null || value === false || value === ''
    ? ''
    : Array.isArray(value)
      ? value.join()
      : typeof value === 'string'
        ? value.replaceAll(/\r\n?/g, '\n').trim()
        : JSON.stringify(value)

/**
 * The merged rows in order. Those that nobody moved keep the order they had; each row that a side
 * added or moved follows the one that it follows there. Two sides' rows at the same place stand in
 * the order of their ids, so that it does not matter which of the two was saved first.
 */
function inOrder(sides: Sides<Rows>, merged: ReadonlyMap<string, unknown>): unknown[] {
  const base = [...sides.base.keys()]
  const placedBy = {
    mine: placed(base, sides.mine),
    theirs: placed(base, sides.theirs),
  }
  const still = base.filter(
    (key) => merged.has(key) && !placedBy.mine.has(key) && !placedBy.theirs.has(key),
  )
  const fixed = new Set(still)
  const followers = new Map<string | null, string[][]>()
  for (const side of ['theirs', 'mine'] as const) {
    const others = side === 'mine' ? placedBy.theirs : new Set<string>()
    let after: string | null = null
    const runs = new Map<string | null, string[]>()
    for (const key of sides[side].keys()) {
      if (fixed.has(key)) after = key
      else if (merged.has(key) && placedBy[side].has(key) && !others.has(key))
        runs.set(after, [...(runs.get(after) ?? []), key])
    }
    for (const [place, run] of runs) followers.set(place, [...(followers.get(place) ?? []), run])
  }
  const following = (place: string | null) =>
    (followers.get(place) ?? [])
      .toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1))
      .flat()
  return [...following(null), ...still.flatMap((key) => [key, ...following(key)])].map((key) =>
    merged.get(key),
  )
}

/**
 * The keys that a side added or moved: all but a longest run of rows that are in the base's order,
 * so that moving one row past many is one move.
 */
function placed(base: readonly string[], side: Rows): Set<string> {
  const keys = [...side.keys()]
  const known = keys.filter((key) => base.includes(key))
  const places = known.map((key) => base.indexOf(key))
  // best[n]: the longest run that ends with the n-th row, as places in `known`.
  const best: number[][] = []
  for (const [n, place] of places.entries()) {
    const before = best
      .slice(0, n)
      .filter((_, m) => (places[m] as number) < place)
      .reduce<number[]>((longest, run) => (run.length > longest.length ? run : longest), [])
    best.push([...before, n])
  }
  const longest = best.reduce<number[]>((one, run) => (run.length > one.length ? run : one), [])
  const still = new Set(longest.map((n) => known[n]))
  return new Set(keys.filter((key) => !still.has(key)))
}
