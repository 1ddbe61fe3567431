import { z } from 'zod'

export type Json = {
  [name: string]: unknown
  properties?: Record<string, unknown>
  required?: string[]
  anyOf?: Json[]
  oneOf?: Json[]
}

/** What a schema takes, as JSON Schema. */
export function jsonOf(schema: z.ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as Json
  return json
}
