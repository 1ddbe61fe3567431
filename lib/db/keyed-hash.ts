import { createHmac } from 'node:crypto'
import { type AnyTransaction, runIn, sqlDatabase } from './sql'
import { keyService } from './key-service'
import { newKey } from './sealing'

/** A keyed hash (HMAC-SHA-256) of a value for a purpose, specific to this installation. */
export type KeyedHash = (purpose: string, value: string) => Buffer

/**
 * The keys of hashes: `search` of search words and numbers, `search-next` while it is being
 * replaced, `secrets` of slips and codes. Each is its own and stays when the master key rotates
 * (design, "Data").
 */
type HashKey = 'search' | 'search-next' | 'secrets'
const placeOf = (name: HashKey) => `installation|${name}`
const loaded = new Map<HashKey, KeyedHash>()

/** The hash for search tokens and numbers; pass `tx` when a transaction is open. */
export const keyedHash = (tx?: AnyTransaction) => once('search', tx)

/** The hash for slip codes and links, one-time codes and recovery codes; `tx` as above. */
export const secretHash = (tx?: AnyTransaction) => once('secrets', tx)

// Load per caller: sharing a pending load can deadlock the pool.
async function once(name: HashKey, tx?: AnyTransaction): Promise<KeyedHash> {
  const known = loaded.get(name)
  if (known) return known
  const key = await keyOf(name, tx)
  if (!key) throw new Error(`the key of ${name} is not there: start the desk once`)
  const hash = hashUnder(key)
  loaded.set(name, hash)
  return hash
}

export const hashUnder =
  (key: Uint8Array): KeyedHash =>
  (purpose, value) =>
    createHmac('sha256', key).update(`${purpose}\0${value}`).digest()

/** An unwrapped hash key; null when there is none. */
export async function keyOf(
  name: HashKey,
  tx: AnyTransaction = sqlDatabase(),
): Promise<Buffer | null> {
  const [row] = await runIn(tx, (builder) =>
    builder.selectFrom('installation_key').select('wrapped').where('name', '=', name),
  )
  return row ? keyService().unwrap(placeOf(name), row.wrapped) : null
}

/** Stores a key unless one of that name exists; concurrent processes store one. */
export async function keepKey(name: HashKey, key: Uint8Array) {
  const wrapped = new Uint8Array(keyService().wrap(placeOf(name), key))
  await sqlDatabase()
    .insertInto('installation_key')
    .values({ name, wrapped })
    .onConflict((clash) => clash.doNothing())
    .execute()
}

/** Makes this process read the key again when it next needs it. */
export const forgetKey = (name: HashKey) => void loaded.delete(name)

/**
 * Creates missing hash keys. Slips were once hashed with the search key, so `secrets` starts as a
 * copy of it: printed slips must stay valid.
 */
export async function ensureHashKeys() {
  await keepKey('secrets', (await keyOf('search')) ?? newKey())
  await keepKey('search', newKey())
}
