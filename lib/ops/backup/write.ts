import { createWriteStream, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { to as copyTo } from 'pg-copy-streams'
import { withClient } from '../database/roles'
import { Problem } from '../command-line/problem'
import { newBackupKey, sealing } from './envelope'
import { type BackupManifest, backedUp, fileOf, manifestName } from './tables'

/** The migrations of this version. */
export const migrationsHere = () =>
  readdirSync('prisma/migrations')
    .filter((name) => /^\d{4}_/.test(name))
    .sort()

/** All ranges, including archived ones: a restore writes a single table. */
const wholeHistory = '(select * from every_event)'

/**
 * Writes a consistent snapshot of the desk's data into a new folder, also while the desk is
 * running: each table compressed and encrypted.
 */
export async function writeBackup(
  url: string,
  folder: string,
  now: Date,
  say: (line: string) => void,
): Promise<BackupManifest> {
  try {
    mkdirSync(folder)
  } catch (error) {
    throw new Problem(
      `The folder ${folder} cannot be made (${(error as Error).message}): name one that is ` +
        'not there yet, in a folder that can be written.',
    )
  }
  const madeAt = now.toISOString()
  const { key, wrapped } = newBackupKey(madeAt)
  const manifest: BackupManifest = {
    format: 2,
    madeAt,
    migrations: migrationsHere(),
    key: wrapped,
    tables: {},
  }
  await withClient(url, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local statement_timeout = 0')
    for (const table of backedUp) {
      const copy = client.query(
        copyTo(
          `copy ${table === 'request_event' ? wholeHistory : table} to stdout (format binary)`,
        ),
      )
      const { cipher, nonce } = sealing(key, madeAt, table)
      await pipeline(
        copy,
        createGzip(),
        cipher,
        createWriteStream(join(folder, fileOf(table)), { mode: 0o600 }),
      )
      manifest.tables[table] = {
        rows: copy.rowCount,
        nonce: nonce.toString('base64'),
        tag: cipher.getAuthTag().toString('base64'),
      }
      say(`${table}: ${copy.rowCount}`)
    }
    await client.query('commit')
  })
  writeFileSync(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, {
    mode: 0o600,
  })
  return manifest
}
