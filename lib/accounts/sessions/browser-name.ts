// In this order: each names itself beside those it descends from.
const browsers = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['HeadlessChrome', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const
const systems = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const

/**
 * A browser as people call it (`Chrome · Windows`), by what it says of itself; null when nothing is
 * known in it.
 */
export function browserName(said: string): string | null {
  const names = [browsers, systems].flatMap(
    (known) => known.find(([token]) => said.includes(token))?.[1] ?? [],
  )
  return names.length ? names.join(' · ') : null
}
