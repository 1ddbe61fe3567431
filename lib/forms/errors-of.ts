import type { z } from 'zod'

/**
 * Every fault that a schema found, at its path, each field that nobody knows among them; a message
 * that is no code of ours says `invalid`.
 */
export const schemaFaults = (error: z.ZodError): { path: PropertyKey[]; code: string }[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], code: 'unknown_field' }))
      : [{ path: issue.path, code: /^[a-z_]+$/.test(issue.message) ? issue.message : 'invalid' }],
  )

/** The first fault of each field, by the field's dotted path. */
export function errorsOf(error: z.ZodError): Record<string, string> {
  // A Map: whoever sends the form chooses its fields' names, and an object answers to `constructor`
  // already.
  const errors = new Map<string, string>()
  for (const { path, code } of schemaFaults(error)) {
    const field = path.join('.')
    if (!errors.has(field)) errors.set(field, code)
  }
  return Object.fromEntries(errors)
}
