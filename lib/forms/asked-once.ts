/** A page's query parameters in Next: repeated ones are a list. */
type Asked<Name extends string> = { [name in Name]?: string | string[] }

/** The value of a parameter that occurs exactly once; undefined otherwise. */
export function askedOnce<Name extends string>(asked: Asked<Name>, name: Name): string | undefined {
  const value = asked[name]
  return typeof value === 'string' ? value : undefined
}
