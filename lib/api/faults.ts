import type { z } from 'zod'
import { schemaFaults } from '@/lib/forms/errors-of'
import type { Fault } from './problem'

const escaped = (part: PropertyKey) => String(part).replaceAll('~', '~0').replaceAll('/', '~1')

/** A place in a body as RFC 6901 writes it. */
export const pointerOf = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${escaped(part)}`).join('')

/** The most faults that one answer lists: nobody reads more. */
export const maxFaults = 50

/** The first faults that a schema found, each at its place; a field that nobody knows is named. */
export function faultsOf(error: z.ZodError): Fault[] {
  const byPlace = new Map<string, Fault>()
  for (const { path, code } of schemaFaults(error)) {
    const pointer = pointerOf(path)
    if (!byPlace.has(pointer)) byPlace.set(pointer, { pointer, code })
    if (byPlace.size === maxFaults) break
  }
  return [...byPlace.values()]
}

/** What the writer found wrong, by dotted paths, as faults. */
export const faultsByPath = (errors: Record<string, string>): Fault[] =>
  Object.entries(errors).map(([path, code]) => ({
    pointer: pointerOf(path.split('.').filter(Boolean)),
    code,
  }))
