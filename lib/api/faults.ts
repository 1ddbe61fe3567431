import type { z } from 'zod'
import type { Fault } from './problem'

const escaped = (part: PropertyKey) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')

/** A place in a body as RFC 6901 writes it. */
export const pointerOf = (path: readonly PropertyKey[]) => path.map((part) => `/${escaped(part)}`).join('')

/** Every fault that a schema found, each at its place; a field that nobody knows is named. */
export function faultsOf(error: z.ZodError): Fault[] {
  const faults = error.issues.flatMap((issue): Fault[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ pointer: pointerOf([...issue.path, key]), code: 'unknown_field' }))
    return [{ pointer: pointerOf(issue.path), code: /^[a-z_]+$/.test(issue.message) ? issue.message : 'invalid' }]
  })
  return faults.filter((fault, place) => faults.findIndex(({ pointer }) => pointer === fault.pointer) === place)
}

/** What the writer found wrong, by dotted paths, as faults. */
export const faultsByPath = (errors: Record<string, string>): Fault[] => Object.entries(errors).map(([path, code]) => ({ pointer: pointerOf(path.split('.').filter(Boolean)), code }))
