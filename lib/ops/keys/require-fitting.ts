import type { ServingEnv } from '@/lib/env'
import { keyRing } from '@/lib/db/key-ring'
import { masterKeyService } from '@/lib/db/key-service'
import { Problem } from '../command-line/problem'
import { withClient } from '../database/roles'

/**
 * Checks that one of the master keys opens what the database holds, before anything is written
 * under another; a database without a key yet fits any. Throws a Problem.
 */
export async function requireFittingMasterKey(
  databaseUrl: string,
  env: Pick<ServingEnv, 'MASTER_KEY' | 'MASTER_KEY_OLD' | 'MASTER_KEY_FILE'>,
): Promise<void> {
  const [row] = await withClient(
    databaseUrl,
    async (client) =>
      (
        await client.query<{ name: string; wrapped: Buffer }>(
          'select name, wrapped from installation_key order by name limit 1',
        )
      ).rows,
  )
  if (!row) return
  try {
    masterKeyService(keyRing(env)).unwrap(`installation|${row.name}`, row.wrapped)
    return
  } catch {
    // Told below, with what to do.
  }
  throw new Problem(
    env.MASTER_KEY
      ? 'MASTER_KEY is not the key of this database: nothing in it could be read. Set the key that ' +
          'it was begun with, or, after a change of keys, the one before as MASTER_KEY_OLD.'
      : `The keys in ${env.MASTER_KEY_FILE} are not those of this database: put back the folder ` +
          'of keys that belongs to it.',
  )
}
