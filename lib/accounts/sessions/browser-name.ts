// Order matters: each user agent also names those that it descends from.
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

/** A browser's common name (`Chrome · Windows`) from its User-Agent; null when unknown. */
export function browserName(said: string): string | null {
  const names = [browsers, systems].flatMap(
    (known) => known.find(([token]) => said.includes(token))?.[1] ?? [],
  )
  return names.length ? names.join(' · ') : null
}
