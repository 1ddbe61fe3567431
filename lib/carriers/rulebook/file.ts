import { z } from 'zod'
import { type CarrierRule, ruleSchema } from './rules'

/** A rulebook as a file: `format` says how it is to be read. */
const fileSchema = z.strictObject({
  format: z.literal('rulebook/1'),
  carrier: z.string().max(40),
  rules: z.array(ruleSchema).max(500),
})

/** The schema of such a file, as JSON Schema (2020-12). */
export const rulebookFileSchema = () => z.toJSONSchema(fileSchema, { io: 'input' })

/** A carrier's rulebook as the text of a file, in order and indented. */
export const writeRulebook = (carrier: string, rules: readonly CarrierRule[]): string =>
  `${JSON.stringify({ format: 'rulebook/1', carrier, rules }, null, 2)}\n`

export type ReadRulebook =
  | { ok: true; carrier: string; rules: CarrierRule[] }
  /** Where it cannot be read, as a path in the file; empty where it is no JSON. */
  | { ok: false; faults: string[] }

/** Reads the text of a file; at most ten faults are named. */
export function readRulebook(text: string): ReadRulebook {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { ok: false, faults: [] }
  }
  const parsed = fileSchema.safeParse(json)
  if (parsed.success)
    return { ok: true, carrier: parsed.data.carrier, rules: parsed.data.rules as CarrierRule[] }
  const faults = parsed.error.issues.slice(0, 10).map(({ path, message }) => {
    const place = path.map((part) => (typeof part === 'number' ? part + 1 : part)).join('.')
    return `${place || '.'}: ${message}`
  })
  return { ok: false, faults }
}
