import { sweptTables } from '@/lib/retention/inventory'
import { withClient } from './roles'

/**
 * Writes anew each table in whose pages something erased could be read on (`VACUUM FULL`), then
 * asks for a checkpoint, after which the old files are gone. `checkpoint`: false where the owner's
 * role has no right to one; the server then makes it by itself.
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
