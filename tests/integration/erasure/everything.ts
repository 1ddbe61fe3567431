// All that stands in a database, opened with the master key and with every key that it, or what it
// opens, unwraps.
import { createDecipheriv } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { withClient } from '@/lib/ops/database/roles'

/** Something that can be read, and where. */
export type Readable = { place: string; bytes: Buffer }

const [nonceLength, tagLength, keyLength] = [12, 16, 32]

/**
 * What AES-256-GCM sealed, opened without asking where it stood: whoever holds the key need not
 * know that.
 */
function openedBy(key: Buffer, sealed: Buffer): Buffer | null {
  if (sealed.length <= nonceLength + tagLength) return null
  const counter = Buffer.concat([sealed.subarray(0, nonceLength), Buffer.from([0, 0, 0, 2])])
  return createDecipheriv('aes-256-ctr', key, counter).update(
    sealed.subarray(nonceLength, -tagLength),
  )
}

const buffersIn = (value: unknown): Buffer[] =>
  Buffer.isBuffer(value) ? [value] : Array.isArray(value) ? value.flatMap(buffersIn) : []

/** Every row of every table, in the text that a dump has, and each value of bytes as it is. */
async function rowsOf(url: string): Promise<Readable[]> {
  return withClient(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string; table: string }>(`
      select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as table
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname not like 'pg_%' and n.nspname <> 'information_schema'`)
    const found: Readable[] = []
    for (const { name, table } of tables) {
      const { rows } = await client.query(`select * from ${table}`)
      for (const row of rows as Record<string, unknown>[]) {
        for (const [column, value] of Object.entries(row)) {
          const place = `${name}.${column}`
          const buffers = buffersIn(value)
          if (buffers.length) found.push(...buffers.map((bytes) => ({ place, bytes })))
          else if (value !== null)
            found.push({
              place,
              bytes: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
            })
        }
      }
    }
    return found
  })
}

/** The rows, and whatever in them opens. `superuser`: an address that may read every table. */
export async function everything(superuser: string, masterKey: Buffer): Promise<Readable[]> {
  const rows = await rowsOf(superuser)
  const opened = (key: Buffer, by: string) =>
    rows.flatMap(({ place, bytes }) => {
      const plain = openedBy(key, bytes)
      return plain ? [{ place: `${place} opened by ${by}`, bytes: plain }] : []
    })
  const byMaster = opened(masterKey, 'the master key')
  const keys = byMaster.filter(({ bytes }) => bytes.length === keyLength)
  return [...rows, ...byMaster, ...keys.flatMap(({ place, bytes }) => opened(bytes, place))]
}

/** The files below a folder. */
export const filesIn = (folder: string): Readable[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((place) => ({ place, bytes: readFileSync(place) }))

/** Where the marks stand: "mark: place", each once. */
export const standing = (marks: Record<string, Buffer>, all: readonly Readable[]): string[] => [
  ...new Set(
    Object.entries(marks).flatMap(([mark, wanted]) =>
      all.filter(({ bytes }) => bytes.includes(wanted)).map(({ place }) => `${mark}: ${place}`),
    ),
  ),
]
