import { sweptTables } from '@/lib/retention/inventory'
import { withClient } from './roles'

/**
 * Rewrites each table whose pages may still contain erased data (`VACUUM FULL`), then requests a
 * checkpoint, after which the old files are gone. `checkpoint`: false where the owner's role lacks
 * the privilege; the server will then do it by itself.
 */
export const sweepErased = (
  owner: string,
): Promise<{ tables: readonly string[]; checkpoint: boolean }> =>
  withClient(owner, async (client) => {
    for (const table of sweptTables)
      await client.query(`vacuum (full) ${client.escapeIdentifier(table)}`)
    const checkpoint = await client.query('checkpoint').then(
      () => true,
      () => false,
    )
    return { tables: sweptTables, checkpoint }
  })
