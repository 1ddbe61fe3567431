import { type NoticeKind, placeholdersOf } from './kinds'

/**
 * What is wrong with a placeholder, and what it is called in the text: `{recipt`, `{}`. `nearest`:
 * the placeholder that was probably meant.
 */
export type PlaceholderFault = {
  code:
    | 'placeholder_unknown'
    | 'placeholder_empty'
    | 'placeholder_unclosed'
    | 'placeholder_unopened'
    | 'placeholder_wide'
  written: string
  nearest: string | null
}

// A whole placeholder, or a brace by itself; the wide braces are those of a Chinese keyboard.
const braces = /\{[^{}｛｝]*\}|[{｛][\p{L}\p{N}_]{0,20}｝?|[\p{L}\p{N}_]{0,20}[}｝]/gu

/** The first faulty placeholder of a text of this kind; null where all are sound. */
export function placeholderFault(kind: NoticeKind, text: string): PlaceholderFault | null {
  const known: readonly string[] = placeholdersOf(kind)
  for (const [written] of text.matchAll(braces)) {
    const name = written.replace(/[{}｛｝]/g, '').trim()
    const code = codeOf(written, known)
    if (code) return { code, written: written.slice(0, 40), nearest: nearestTo(name, known) }
  }
  return null
}

function codeOf(written: string, known: readonly string[]): PlaceholderFault['code'] | null {
  if (/[｛｝]/.test(written)) return 'placeholder_wide'
  if (!written.startsWith('{')) return 'placeholder_unopened'
  if (!written.endsWith('}')) return 'placeholder_unclosed'
  if (!written.slice(1, -1).trim()) return 'placeholder_empty'
  return known.includes(written.slice(1, -1)) ? null : 'placeholder_unknown'
}

function nearestTo(name: string, known: readonly string[]): string | null {
  const typed = name.toLowerCase()
  const [nearest] = known
    .map((one) => ({ one, edits: editsBetween(typed, one) }))
    .filter(({ edits }) => edits <= 2)
    .sort((left, right) => left.edits - right.edits)
  return nearest?.one ?? null
}

/** The Levenshtein distance: how many letters to add, take away or change. */
function editsBetween(typed: string, meant: string): number {
  let row = Array.from({ length: meant.length + 1 }, (_, place) => place)
  for (const [above, letter] of [...typed].entries()) {
    const next = [above + 1]
    for (const [place, other] of [...meant].entries()) {
      const changed = (row[place] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(changed, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
