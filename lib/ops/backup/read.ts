import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { keyService } from '@/lib/db/key-service'
import { withClient } from '../database/roles'
import { Problem } from '../problem'
import { type BackupManifest, backedUp, fileOf, manifestName } from './tables'
import { migrationsHere, sha256Of } from './write'

/** The manifest of a backup whose files are all there, unchanged, and of this version's tables. */
export async function checkedManifest(folder: string): Promise<BackupManifest> {
  const manifest = readManifest(folder)
  if (manifest.migrations.join() !== migrationsHere().join()) throw new Problem(`This backup was made by another version (${manifest.migrations.at(-1)}): restore it with that version's code, then start the newer one.`)
  for (const table of backedUp) {
    const kept = manifest.tables[table]
    const found = await sha256Of(join(folder, fileOf(table))).catch(() => null)
    if (!kept || found !== kept.sha256) throw new Problem(`The file ${fileOf(table)} of this backup is ${found ? 'not as it was written' : 'missing'}: take another backup.`)
  }
  return manifest
}

function readManifest(folder: string): BackupManifest {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, manifestName), 'utf8')) as BackupManifest
    if (manifest.format === 1) return manifest
  } catch {
    // The same word for what cannot be read and what is something else.
  }
  throw new Problem(`There is no backup in ${folder}: name the folder that npm run backup made.`)
}

/** Writes a backup into an empty database, in one transaction: all of it, or nothing. */
export async function readBackup(url: string, folder: string, manifest: BackupManifest, say: (line: string) => void) {
  await withClient(url, async (client) => {
    await client.query('begin')
    await client.query('set local statement_timeout = 0')
    for (const table of backedUp) await requireEmpty(client, table)
    for (const table of backedUp) {
      const copy = client.query(copyFrom(`copy ${table} from stdin (format binary)`))
      await pipeline(createReadStream(join(folder, fileOf(table))), createGunzip(), copy)
      if (copy.rowCount !== manifest.tables[table]?.rows) throw new Problem(`The table ${table} took ${copy.rowCount} rows of ${manifest.tables[table]?.rows}: nothing was restored.`)
      say(`${table}: ${copy.rowCount}`)
    }
    await requireKeys(client)
    await client.query('commit')
  })
}

/** Nothing can be read of a desk whose keys are others: better said before than after. */
async function requireKeys(client: Client) {
  const { rows } = await client.query<{ name: string; wrapped: Buffer }>('select name, wrapped from installation_key')
  try {
    for (const { name, wrapped } of rows) keyService().unwrap(`installation|${name}`, wrapped)
  } catch {
    throw new Problem('This desk has other keys than the backup: put the old desk’s keys folder into DATA_DIR (or set its MASTER_KEY) first. Nothing was restored.')
  }
}

async function requireEmpty(client: Client, table: string) {
  const { rowCount } = await client.query(`select from ${table} limit 1`)
  if (rowCount) throw new Problem('There is something in this database already: restore into a new data folder (DATA_DIR), or an empty database.')
}
