import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { keyService } from '@/lib/db/key-service'
import { withClient } from '../database/roles'
import { Problem } from '../command-line/problem'
import { openedBackupKey, opening } from './envelope'
import { type BackedUp, type BackupManifest, backedUp, fileOf, manifestName } from './tables'
import { migrationsHere } from './write'

/** The manifest of a backup with this version's tables. */
export function checkedManifest(folder: string): BackupManifest {
  const manifest = readManifest(folder)
  if (manifest.migrations.join() !== migrationsHere().join())
    throw new Problem(
      `This backup was made by another version (${manifest.migrations.at(-1)}): restore it ` +
        "with that version's code, then start the newer one.",
    )
  return manifest
}

function readManifest(folder: string): BackupManifest {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, manifestName), 'utf8')) as BackupManifest
    if (manifest.format === 2) return manifest
  } catch {
    // One message for a missing and for an unreadable manifest.
  }
  throw new Problem(`There is no backup in ${folder}: name the folder that npm run backup made.`)
}

/** Writes a backup into an empty database in one transaction: all or nothing. */
export async function readBackup(
  url: string,
  folder: string,
  manifest: BackupManifest,
  say: (line: string) => void,
) {
  const key = withOurKeys(() => openedBackupKey(manifest.madeAt, manifest.key))
  const opened = (table: BackedUp) => {
    const { nonce, tag } = manifest.tables[table] ?? { nonce: '', tag: '' }
    return [
      createReadStream(join(folder, fileOf(table))),
      opening(key, manifest.madeAt, table, nonce, tag),
    ] as const
  }
  // Authentication is only known at a file's end, so each file is verified before anything is
  // imported.
  for (const table of backedUp) {
    await pipeline(...opened(table), async (parts) => {
      for await (const _ of parts) void _
    }).catch((error: NodeJS.ErrnoException) => {
      throw new Problem(
        `The file ${fileOf(table)} of this backup is ` +
          `${error.code === 'ENOENT' ? 'missing' : 'not as it was written'}: take another ` +
          'backup.',
      )
    })
  }
  await withClient(url, async (client) => {
    await client.query('begin')
    await client.query('set local statement_timeout = 0')
    for (const table of backedUp) await requireEmpty(client, table)
    for (const table of backedUp) {
      const rows = manifest.tables[table]?.rows
      const copy = client.query(copyFrom(`copy ${table} from stdin (format binary)`))
      await pipeline(...opened(table), createGunzip(), copy)
      if (copy.rowCount !== rows)
        throw new Problem(
          `The table ${table} took ${copy.rowCount} rows of ${rows}: nothing was restored.`,
        )
      say(`${table}: ${copy.rowCount}`)
    }
    await requireKeys(client)
    await client.query('commit')
  })
}

/** Fails early if the desk's keys differ, since nothing could be decrypted afterwards. */
async function requireKeys(client: Client) {
  const { rows } = await client.query<{ name: string; wrapped: Buffer }>(
    'select name, wrapped from installation_key',
  )
  withOurKeys(() =>
    rows.map(({ name, wrapped }) => keyService().unwrap(`installation|${name}`, wrapped)),
  )
}

function withOurKeys<T>(open: () => T): T {
  try {
    return open()
  } catch {
    throw new Problem(
      'This desk has other keys than the backup: put the old desk’s keys folder into DATA_DIR ' +
        '(or set its MASTER_KEY) first. Nothing was restored.',
    )
  }
}

async function requireEmpty(client: Client, table: string) {
  const { rowCount } = await client.query(`select from ${table} limit 1`)
  if (rowCount)
    throw new Problem(
      'There is something in this database already: restore into a new data folder ' +
        '(DATA_DIR), or an empty database.',
    )
}
