import { z } from 'zod'
import type { Day } from '@/lib/domain/days'
import { moveNames, moveSchemas } from '@/lib/cancellation/rules/move-inputs'
import { outcomeSchemas } from '@/lib/cancellation/rules/outcomes'
import { openSchema } from '@/lib/cancellation/rules/schemas'
import { type StepKind, stepKinds } from '@/lib/domain/step-kinds'

type Json = {
  [name: string]: unknown
  properties?: Record<string, unknown>
  required?: string[]
  anyOf?: Json[]
  oneOf?: Json[]
}

const jsonOf = (schema: z.ZodType): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as Json
  return json
}

/** A schema with one property more, in each of its shapes. */
function widened(json: Json, name: string, property: object): Json {
  if (json.anyOf)
    return { ...json, anyOf: json.anyOf.map((shape) => widened(shape, name, property)) }
  if (json.oneOf)
    return { ...json, oneOf: json.oneOf.map((shape) => widened(shape, name, property)) }
  return {
    ...json,
    properties: { [name]: property, ...json.properties },
    required: [name, ...(json.required ?? [])],
  }
}

/** What a step's note may be, kind by kind: of the very schemas that check it. */
export const factJson = (): Json => ({
  anyOf: stepKinds.map((kind: StepKind) => ({
    ...widened(jsonOf(outcomeSchemas[kind]), 'step', {
      type: 'string',
      description: `The id of a step of the kind ${kind}`,
    }),
    title: kind,
  })),
})

/** What a move may carry, move by move: of the very schemas that check it. */
export const moveJson = (): Json => ({
  anyOf: moveNames.map((name) => {
    const json = widened(jsonOf(moveSchemas[name]), 'move', { const: name, type: 'string' })
    const store = {
      store: { type: 'string', description: 'The receiving store, where the key has several' },
    }
    return {
      ...json,
      title: name,
      ...(name === 'transfer' && { properties: { ...json.properties, ...store } }),
    }
  }),
})

/**
 * What may be mended: the fields of the body that opens a request, each of them alone too (RFC
 * 7396).
 */
export const amendJson = (today: Day): Json => loosened(jsonOf(openSchema(today)))

function loosened(json: Json): Json {
  const { required: _, ...rest } = json
  const inner = (list: Json[] | undefined) => list?.map(loosened)
  return {
    ...rest,
    ...(json.properties && {
      properties: Object.fromEntries(
        Object.entries(json.properties).map(([name, child]) => [name, loosened(child as Json)]),
      ),
    }),
    ...(json.anyOf && { anyOf: inner(json.anyOf) }),
    ...(json.oneOf && { anyOf: inner(json.oneOf), oneOf: undefined }),
  }
}
