import { boundFaults } from '@/lib/forms/json-bounds'
import { limitedBody } from '@/lib/forms/limited-body'
import { pointerOf } from './faults'
import { type Problem, problem } from './problem'

/** Bytes of a JSON body. */
const largestJson = 256 * 1024

/**
 * The body of a call as a JSON object; a problem when it is none, when there is too much in it, or
 * when it holds what cannot be kept.
 */
export async function jsonBody(
  request: Request,
): Promise<{ raw: Uint8Array; value: unknown } | Problem> {
  if (
    !/^application\/(merge-patch\+)?json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')
  )
    return problem('media_type')
  const raw = await limitedBody(request, largestJson)
  if (!raw) return problem('too_large')
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw))
  } catch {
    return problem('not_json')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return problem('invalid', { faults: [{ pointer: '', code: 'invalid' }] })
  const found = boundFaults(value)
  if (!found) return problem('too_large')
  if (!found.length) return { raw, value }
  return problem('invalid', {
    faults: found.map(({ path, code }) => ({ pointer: pointerOf(path), code })),
  })
}
