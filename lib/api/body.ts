import { limitedBody } from '@/lib/forms/limited-body'
import { pointerOf } from './faults'
import { type Fault, type Problem, problem } from './problem'

/** Bytes of a JSON body. */
const largestJson = 256 * 1024
const deepest = 12

/** The body of a call as a JSON object; a problem when it is none, or holds what no text may: a NUL, half a surrogate pair. */
export async function jsonBody(request: Request): Promise<{ raw: Uint8Array; value: unknown } | Problem> {
  if (!/^application\/(merge-patch\+)?json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) return problem('media_type')
  const raw = await limitedBody(request, largestJson)
  if (!raw) return problem('too_large')
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw))
  } catch {
    return problem('not_json')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return problem('invalid', { faults: [{ pointer: '', code: 'invalid' }] })
  const faults = badTexts(value)
  return faults.length ? problem('invalid', { faults }) : { raw, value }
}

function badTexts(top: unknown): Fault[] {
  const faults: Fault[] = []
  const ahead: { value: unknown; path: readonly string[] }[] = [{ value: top, path: [] }]
  for (let next = ahead.pop(); next && faults.length < 20; next = ahead.pop()) {
    const { value, path } = next
    if (path.length > deepest) return [{ pointer: pointerOf(path), code: 'too_deep' }]
    if (typeof value === 'string' && !isText(value)) faults.push({ pointer: pointerOf(path), code: 'text_malformed' })
    if (typeof value !== 'object' || value === null) continue
    for (const [key, child] of Object.entries(value)) {
      if (!isText(key) || key === '__proto__') faults.push({ pointer: pointerOf([...path, '?']), code: 'unknown_field' })
      else ahead.push({ value: child, path: [...path, key] })
    }
  }
  return faults
}

const isText = (text: string) => !text.includes('\u0000') && !/\p{Surrogate}/u.test(text)
