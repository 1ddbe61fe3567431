import { servingEnv } from '@/lib/env'
import { seal, unseal } from './sealing'

/** What wraps data keys: the environment's master key today, a carrier's key service by the same two calls. */
export interface KeyService {
  wrap(place: string, key: Uint8Array): Buffer
  unwrap(place: string, wrapped: Uint8Array): Buffer
}

let service: KeyService | undefined

/** The key service of this installation. */
export function keyService(): KeyService {
  service ??= masterKeyService(Buffer.from(servingEnv().MASTER_KEY, 'base64url'))
  return service
}

export const masterKeyService = (master: Uint8Array): KeyService => ({
  wrap: (place, key) => seal(master, `key|${place}`, key),
  unwrap: (place, wrapped) => unseal(master, `key|${place}`, wrapped),
})
