import { z } from 'zod'
import { noteStep } from '@/lib/writer'
import { outcomeSchemas } from '@/lib/cancellation/rules/outcomes'
import { type NotedKind, isNoted, stepKinds } from '@/lib/domain/step-kinds'
import { defineOperation } from '../../define-operation'
import { refusedAs } from '../../refusals'
import { referenceIn, shown } from '../../request-answer'
import { type Json, jsonOf } from '../../schemas/json-schema'
import { requestAnswer } from '../../schemas/request'

/** Notes a step. */
export const noteFact = defineOperation({
  id: 'noteFact',
  method: 'post',
  path: '/requests/{reference}/facts',
  permission: 'request.note',
  // What stands beside the step is checked by the kind that the request's guide gives it.
  body: z.looseObject({ step: z.string('required').min(1, 'required') }),
  bodyShown: () => ({ anyOf: stepKinds.filter(isNoted).map(factOf) }),
  versioned: true,
  answers: { 200: { description: 'The request', schema: requestAnswer } },
  problems: ['not_found', 'stale', 'version_needed', 'unmet', 'unknown_step', 'invalid'],
  handler: async (call) => {
    const { step, ...outcome } = call.body
    const reference = referenceIn(call.params.reference)
    const written = await noteStep({
      actor: call.by,
      seen: { reference, version: call.version, exactly: true },
      step,
      input: outcome,
      now: call.now,
    })
    return written.ok ? shown(call, written.value.reference, 200) : refusedAs(written.refusal)
  },
})

/** What a note of a step of this kind may be, of the very schema that checks it. */
const factOf = (kind: NotedKind): Json => ({
  ...withStep(jsonOf(outcomeSchemas[kind]), kind),
  title: kind,
})

function withStep(json: Json, kind: NotedKind): Json {
  const inEach = (shapes: Json[]) => shapes.map((shape) => withStep(shape, kind))
  if (json.anyOf) return { ...json, anyOf: inEach(json.anyOf) }
  if (json.oneOf) return { ...json, oneOf: inEach(json.oneOf) }
  const step = { type: 'string', description: `The id of a step of the kind ${kind}` }
  return {
    ...json,
    properties: { step, ...json.properties },
    required: ['step', ...(json.required ?? [])],
  }
}
