import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { to as copyTo } from 'pg-copy-streams'
import { withClient } from '../database/roles'
import { Problem } from '../problem'
import { type BackupManifest, backedUp, fileOf, manifestName } from './tables'

/** The migrations that this code brings a database to. */
export const migrationsHere = () => readdirSync('prisma/migrations').filter((name) => /^\d{4}_/.test(name)).sort()

/** The SHA-256 of a file, in hex. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Writes all that a desk holds into a new folder, as it stands at one moment, beside a running desk too. What is sealed stays sealed. */
export async function writeBackup(url: string, folder: string, now: Date, say: (line: string) => void): Promise<BackupManifest> {
  try {
    mkdirSync(folder)
  } catch (error) {
    throw new Problem(`The folder ${folder} cannot be made (${(error as Error).message}): name one that is not there yet, in a folder that can be written.`)
  }
  const manifest: BackupManifest = { format: 1, madeAt: now.toISOString(), migrations: migrationsHere(), tables: {} }
  await withClient(url, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local statement_timeout = 0')
    for (const table of backedUp) {
      const copy = client.query(copyTo(`copy ${table} to stdout (format binary)`))
      const file = join(folder, fileOf(table))
      await pipeline(copy, createGzip(), createWriteStream(file, { mode: 0o600 }))
      manifest.tables[table] = { rows: copy.rowCount, sha256: await sha256Of(file) }
      say(`${table}: ${copy.rowCount}`)
    }
    await client.query('commit')
  })
  writeFileSync(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  return manifest
}
