// Numbers are shown in groups as they are read aloud, while they are typed; what is sent is plain.

/** How a number is grouped: a phone's 138 0013 8000, a card's in fours. */
export type Grouping = 'phone' | 'fours'

/** A grouped number as it is sent: without spaces, hyphens and brackets, in plain digits. */
export const plainNumber = (typed: string): string =>
  typed.normalize('NFKC').replace(/[\s()‐-―-]/g, '')

const inFours = (plain: string) => plain.replace(/(.{4})(?=.)/g, '$1 ')

// A Chinese mobile number; everything else, such as a landline, stays as it is typed.
function phoneGroups(plain: string): string | null {
  const [, country = '', national = ''] = /^(\+86)?(1\d{0,10})$/.exec(plain) ?? []
  if (!national) return null
  const groups = [national.slice(0, 3), national.slice(3, 7), national.slice(7)]
  return [country, ...groups].filter(Boolean).join(' ')
}

/** What is shown while this is typed. */
export function grouped(typed: string, grouping: Grouping): string {
  const plain = plainNumber(typed)
  return grouping === 'fours' ? inFours(plain) : (phoneGroups(plain) ?? typed)
}

/**
 * The same with the caret where it was: behind as many characters of the number as before, since
 * spaces come and go around it.
 */
export function groupedAt(typed: string, caret: number, grouping: Grouping) {
  const text = grouped(typed, grouping)
  if (text === typed) return { text, caret }
  const before = plainNumber(typed.slice(0, caret)).length
  let [place, seen] = [0, 0]
  while (seen < before && place < text.length) {
    if (text[place] !== ' ') seen += 1
    place += 1
  }
  return { text, caret: place }
}
