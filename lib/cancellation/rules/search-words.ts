/** A search token: the first eight bytes of a keyed hash. */
export const tokenBytes = (hash: Uint8Array) => new Uint8Array(hash.subarray(0, 8))

/** A name normalized for comparison: one width, no spaces, lower case. */
export const foldName = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/[\s·•.]/g, '')
    .toLowerCase()

/** The indexed parts of a name: the whole, each character, each adjacent pair. */
export function nameParts(name: string): string[] {
  const characters = Array.from(foldName(name))
  const pairs = characters.slice(1).map((character, place) => `${characters[place]}${character}`)
  return [...new Set([characters.join(''), ...characters, ...pairs])].filter(Boolean)
}
