import type { z } from 'zod'

/** Every fault that a schema found, at its path, each field that nobody knows among them; a message that is no code of ours says `invalid`. */
export const schemaFaults = (error: z.ZodError): { path: PropertyKey[]; code: string }[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], code: 'unknown_field' }))
      : [{ path: issue.path, code: /^[a-z_]+$/.test(issue.message) ? issue.message : 'invalid' }],
  )

/** The first fault of each field, by the field's dotted path. */
export function errorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { path, code } of schemaFaults(error)) errors[path.join('.')] ??= code
  return errors
}
