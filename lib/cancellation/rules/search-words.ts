/** The first eight bytes of a keyed hash: a search token. */
export const tokenBytes = (hash: Uint8Array) => new Uint8Array(hash.subarray(0, 8))

/** A name as it is compared: one width, no spaces, small letters. */
export const foldName = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/[\s·•.]/g, '')
    .toLowerCase()

/** What a name can be found by: the whole, each of its characters, each pair of neighbours. */
export function nameParts(name: string): string[] {
  const characters = Array.from(foldName(name))
  const pairs = characters.slice(1).map((character, place) => `${characters[place]}${character}`)
  return [...new Set([characters.join(''), ...characters, ...pairs])].filter(Boolean)
}
