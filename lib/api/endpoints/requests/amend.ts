import { z } from 'zod'
import { amendRequest as amend } from '@/lib/writer'
import { changedSince } from '@/lib/cancellation/rules/looks'
import { inputOf } from '@/lib/cancellation/rules/particulars'
import { openSchema } from '@/lib/cancellation/rules/schemas'
import { dayOf } from '@/lib/domain/days'
import { countAttempt } from '@/lib/rate-limits/commands'
import { defineOperation } from '../../define-operation'
import { faultsOf } from '../../faults'
import { mergePatch } from '../../merge-patch'
import { isProblem, problem } from '../../problem'
import { refusedAs } from '../../refusals'
import { requestOf, shown } from '../../request-answer'
import { type Json, jsonOf } from '../../schemas/json-schema'
import { requestAnswer } from '../../schemas/request'

/**
 * Mends what was recorded, by JSON Merge Patch (RFC 7396) over it; the whole is checked again as
 * the body that opens a request.
 */
export const amendRequest = defineOperation({
  id: 'amendRequest',
  method: 'patch',
  path: '/requests/{reference}',
  permission: 'request.move',
  body: z.looseObject({}),
  bodyShown: (anyDay) => loosened(jsonOf(openSchema(anyDay))),
  versioned: true,
  answers: { 200: { description: 'The request', schema: requestAnswer } },
  problems: [
    'not_found',
    'stale',
    'version_needed',
    'live_request',
    'unmet',
    'wrong_state',
    'ended',
    'invalid',
  ],
  handler: async (call) => {
    const one = await requestOf(call, call.params.reference)
    if (isProblem(one)) return one
    const { record, personal, identifiers } = one
    if (!personal || !identifiers) return problem('ended')
    if (changedSince(record, call.version)) return refusedAs({ code: 'stale' })
    // Whatever comes of it, an answer tells how what is sent compares with the number: it counts.
    const { phoneNumber, contact } = call.body
    const compares = phoneNumber !== undefined || contact !== undefined
    const wait = compares ? await countAttempt([['api_live_number', call.caller.id]]) : 0
    if (wait) return problem('too_many', { retryAfter: wait })
    const before = { ...inputOf(record, personal, identifiers), store: record.store }
    const parsed = openSchema(dayOf(call.now)).safeParse(mergePatch(before, call.body))
    if (!parsed.success) return problem('invalid', { faults: faultsOf(parsed.error) })
    if (parsed.data.store !== before.store)
      return problem('invalid', { faults: [{ pointer: '/store', code: 'invalid' }] })
    const seen = { reference: record.reference, version: call.version }
    const written = await amend({ actor: call.by, seen, input: parsed.data, now: call.now })
    return written.ok ? shown(call, written.value.reference, 200) : refusedAs(written.refusal)
  },
})

/** The same fields, each of them alone too. */
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
