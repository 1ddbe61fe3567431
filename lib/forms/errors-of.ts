import type { z } from 'zod'

/** The first fault of each field, by the field's dotted path, and each field that nobody knows; a message that is no code of ours says `invalid`. */
export function errorsOf(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) errors[[...issue.path, key].join('.')] ??= 'unknown_field'
      continue
    }
    const path = issue.path.join('.')
    errors[path] ??= /^[a-z_]+$/.test(issue.message) ? issue.message : 'invalid'
  }
  return errors
}
