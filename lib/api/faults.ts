import type { z } from 'zod'
import { schemaFaults } from '@/lib/forms/errors-of'
import type { Fault } from './problem'

const escaped = (part: PropertyKey) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')

/** A place in a body as RFC 6901 writes it. */
export const pointerOf = (path: readonly PropertyKey[]) => path.map((part) => `/${escaped(part)}`).join('')

/** Every fault that a schema found, each at its place; a field that nobody knows is named. */
export function faultsOf(error: z.ZodError): Fault[] {
  const faults = schemaFaults(error).map(({ path, code }): Fault => ({ pointer: pointerOf(path), code }))
  return faults.filter((fault, place) => faults.findIndex(({ pointer }) => pointer === fault.pointer) === place)
}

/** What the writer found wrong, by dotted paths, as faults. */
export const faultsByPath = (errors: Record<string, string>): Fault[] => Object.entries(errors).map(([path, code]) => ({ pointer: pointerOf(path.split('.').filter(Boolean)), code }))
