import { isStorable } from './storable-text'

/** Maximum nesting depth and number of values of a JSON body: more than any form or call needs. */
export const maxJsonDepth = 12
export const maxJsonValues = 10_000

export type BoundFault = {
  path: readonly PropertyKey[]
  code: 'too_deep' | 'text_malformed' | 'unknown_field'
}

/**
 * Finds values that no body may contain: texts that cannot be stored, and names of built-in object
 * properties. Iterative, to avoid stack overflow; stops at the first value nested too deep, or
 * after `mostValues` (null).
 */
export function boundFaults(top: unknown, mostValues = maxJsonValues): BoundFault[] | null {
  const faults: BoundFault[] = []
  const ahead: { value: unknown; path: readonly PropertyKey[] }[] = [{ value: top, path: [] }]
  let seen = 0
  for (let next = ahead.pop(); next && faults.length < 20; next = ahead.pop()) {
    const { value, path } = next
    if (path.length > maxJsonDepth) return [{ path, code: 'too_deep' }]
    if (typeof value === 'string' && !isStorable(value))
      faults.push({ path, code: 'text_malformed' })
    if (typeof value !== 'object' || value === null) continue
    const children = Object.entries(value)
    seen += children.length
    if (seen > mostValues) return null
    for (const [key, child] of children) {
      if (!isStorable(key) || key === '__proto__')
        faults.push({ path: [...path, '?'], code: 'unknown_field' })
      else ahead.push({ value: child, path: [...path, key] })
    }
  }
  return faults
}
