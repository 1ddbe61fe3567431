import type { z } from 'zod'

/**
 * All faults found by a schema, by path, including unknown fields; a message that is not one of our
 * codes becomes `invalid`.
 */
export const schemaFaults = (error: z.ZodError): { path: PropertyKey[]; code: string }[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], code: 'unknown_field' }))
      : [{ path: issue.path, code: /^[a-z_]+$/.test(issue.message) ? issue.message : 'invalid' }],
  )

/** The first fault of each field, by the field's dotted path. */
export function errorsOf(error: z.ZodError): Record<string, string> {
  // A Map, because the sender chooses the field names and an object already has `constructor`.
  const errors = new Map<string, string>()
  for (const { path, code } of schemaFaults(error)) {
    const field = path.join('.')
    if (!errors.has(field)) errors.set(field, code)
  }
  return Object.fromEntries(errors)
}
