import { createHmac } from 'node:crypto'
import { database } from './client'
import { keyService } from './key-service'
import { newKey } from './sealing'

const keyName = 'search'

/** A keyed hash (HMAC-SHA-256): the same value under the same purpose gives the same bytes, to this installation only. */
export type KeyedHash = (purpose: string, value: string) => Buffer

let loaded: Promise<KeyedHash> | undefined

/** The installation's keyed hash. Its key is its own: it stays when the master key rotates (design, "Data"). */
export function keyedHash(): Promise<KeyedHash> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined
    throw error
  })
  return loaded
}

async function load(): Promise<KeyedHash> {
  const row = await database().installationKey.findUniqueOrThrow({ where: { name: keyName } })
  const key = keyService().unwrap(`installation|${keyName}`, row.wrapped)
  return (purpose, value) => createHmac('sha256', key).update(`${purpose}\0${value}`).digest()
}

/** Makes the key of the hashes where there is none yet; two starts at once make one. */
export async function ensureSearchKey() {
  const wrapped = keyService().wrap(`installation|${keyName}`, newKey())
  await database().installationKey.createMany({ data: [{ name: keyName, wrapped: new Uint8Array(wrapped) }], skipDuplicates: true })
}
