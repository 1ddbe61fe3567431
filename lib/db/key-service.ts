import { servingEnv } from '@/lib/env'
import { keyRing } from './key-ring'
import { seal, unseal } from './sealing'

/**
 * What wraps data keys: the installation's master key today, a carrier's key service by the same
 * two calls.
 */
export interface KeyService {
  wrap(place: string, key: Uint8Array): Buffer
  unwrap(place: string, wrapped: Uint8Array): Buffer
}

let service: KeyService | undefined

/** The key service of this installation. */
export function keyService(): KeyService {
  service ??= masterKeyService(keyRing(servingEnv()))
  return service
}

/**
 * Wraps under the newest of the keys, and opens what any of them wrapped: they change while the
 * desk runs.
 */
export const masterKeyService = (ring: () => readonly Uint8Array[]): KeyService => ({
  wrap: (place, key) => seal(newest(ring()), `key|${place}`, key),
  unwrap: (place, wrapped) => openedBy(ring(), `key|${place}`, wrapped),
})

function newest([first]: readonly Uint8Array[]): Uint8Array {
  if (!first) throw new Error('there is no master key')
  return first
}

function openedBy(
  [first, ...older]: readonly Uint8Array[],
  place: string,
  wrapped: Uint8Array,
): Buffer {
  try {
    return unseal(newest(first ? [first] : []), place, wrapped)
  } catch (error) {
    if (older.length === 0) throw error
    return openedBy(older, place, wrapped)
  }
}
