import { createHmac } from 'node:crypto'
import { type AnyTransaction, runIn, sqlDatabase } from './sql'
import { keyService } from './key-service'
import { newKey } from './sealing'

/**
 * A keyed hash (HMAC-SHA-256): the same value under the same purpose gives the same bytes, to this
 * installation only.
 */
export type KeyedHash = (purpose: string, value: string) => Buffer

/**
 * The keys of hashes: `search` of search words and numbers, `search-next` while it is being
 * replaced, `secrets` of slips and codes. Each is its own and stays when the master key rotates
 * (design, "Data").
 */
type HashKey = 'search' | 'search-next' | 'secrets'
const placeOf = (name: HashKey) => `installation|${name}`
const loaded = new Map<HashKey, KeyedHash>()

/**
 * The hash of what requests are found by; `tx`: where a transaction is open, which must not wait
 * for another connection.
 */
export const keyedHash = (tx?: AnyTransaction) => once('search', tx)

/**
 * The hash of what is printed, sent or kept by people: slips' codes and links, one-time codes,
 * recovery codes; `tx` as above.
 */
export const secretHash = (tx?: AnyTransaction) => once('secrets', tx)

// Whoever asks before it is known reads it by their own connection: to wait for another's reading
// could be to wait for a connection.
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

/** A key of hashes, opened; null where there is none. */
export async function keyOf(
  name: HashKey,
  tx: AnyTransaction = sqlDatabase(),
): Promise<Buffer | null> {
  const [row] = await runIn(tx, (builder) =>
    builder.selectFrom('installation_key').select('wrapped').where('name', '=', name),
  )
  return row ? keyService().unwrap(placeOf(name), row.wrapped) : null
}

/** Keeps a key where there is none of that name; two processes at once make one. */
export async function keepKey(name: HashKey, key: Uint8Array) {
  const wrapped = new Uint8Array(keyService().wrap(placeOf(name), key))
  await sqlDatabase()
    .insertInto('installation_key')
    .values({ name, wrapped })
    .onConflict((clash) => clash.doNothing())
    .execute()
}

/** This process reads the key anew when it next needs it. */
export const forgetKey = (name: HashKey) => void loaded.delete(name)

/**
 * Makes the keys of the hashes where they are missing. Those of slips were the search's once, and
 * what was printed must go on fitting.
 */
export async function ensureHashKeys() {
  await keepKey('secrets', (await keyOf('search')) ?? newKey())
  await keepKey('search', newKey())
}
