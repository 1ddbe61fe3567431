import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { notedPlace } from '@/lib/ops/postgres/place'

/**
 * A new data folder for a desk or a database of a test's own: PostgreSQL, which runs as another
 * user when we are root, can get in.
 */
export function scratchFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `desk-${name}-`))
  chmodSync(folder, 0o755)
  return folder
}

/** Removes it, and the cluster of it wherever that was put. Nothing runs in it any more. */
export function removeScratch(folder: string) {
  for (const made of [notedPlace(folder), folder])
    if (made) rmSync(made, { recursive: true, force: true })
}
