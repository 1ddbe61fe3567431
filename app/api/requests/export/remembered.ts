/**
 * The same function, asked once for each of a few words: a catalogue's answer costs more than a
 * row.
 */
export function remembered<Word extends string>(
  say: (word: Word) => string,
): (word: Word) => string {
  const known = new Map<Word, string>()
  return (word) => {
    const found = known.get(word) ?? say(word)
    known.set(word, found)
    return found
  }
}
