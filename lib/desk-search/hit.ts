/** A text around what was looked for, in three parts; the middle one is what was typed. */
export type Snippet = { before: string; hit: string; after: string }

const around = 30

/**
 * The first place of a text where all of `words` stands, ignoring case, with some letters around
 * it; null where it does not stand.
 */
export function snippetOf(text: string, words: string): Snippet | null {
  const plain = text.replace(/\s+/g, ' ').trim()
  const at = plain.toLowerCase().indexOf(words.toLowerCase())
  // Where lower case is longer than upper case, places in one are none in the other.
  if (at === -1 || plain.toLowerCase().length !== plain.length) return null
  const end = at + words.length
  const [from, to] = [Math.max(0, at - around), Math.min(plain.length, end + 2 * around)]
  return {
    before: `${from > 0 ? '…' : ''}${plain.slice(from, at).trimStart()}`,
    hit: plain.slice(at, end),
    after: `${plain.slice(end, to).trimEnd()}${to < plain.length ? '…' : ''}`,
  }
}

/** What is looked for: words with single spaces; null for too little to look for. */
export function wordsSought(typed: string): string | null {
  const words = typed.replace(/\s+/g, ' ').trim().slice(0, 100)
  // One Chinese character says as much as a short word.
  return words.length >= 2 || /\p{Script=Han}/u.test(words) ? words : null
}

/** The pattern of `ilike` for texts that contain these words, whatever signs are in them. */
export const likePattern = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`
