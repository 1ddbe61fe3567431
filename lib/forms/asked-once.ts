/** A page's query as Next gives it: what stands in the address twice is a list. */
type Asked<Name extends string> = { [name in Name]?: string | string[] }

/**
 * The value of a parameter that stands once; undefined where it is missing or stands more often.
 */
export function askedOnce<Name extends string>(asked: Asked<Name>, name: Name): string | undefined {
  const value = asked[name]
  return typeof value === 'string' ? value : undefined
}
