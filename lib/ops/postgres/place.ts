import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { bundledPostgres } from './binaries'
import { clusterOwner, type Owner } from './owner'

const fallbackRoot = '/var/lib/cancellation-desk'

/** A cluster's binaries, data folder and owner. */
export type Place = { bin: string; dataDir: string; owner: Owner }

/**
 * In the data folder if PostgreSQL's user can access it; otherwise (such as a clone in root's home)
 * below /var/lib. The choice is recorded, so that later starts find the same files.
 */
export function clusterPlace(deskData: string): Place {
  const owner = clusterOwner()
  const { native, version } = bundledPostgres()
  const beside = resolve(deskData, 'postgres')
  const chosen = notedPlace(deskData)

  const dataDir =
    chosen ?? (canReach(owner, resolve(deskData)) ? beside : join(fallbackRoot, nameFor(beside)))
  mkdirSync(dirname(dataDir), { recursive: true, mode: 0o755 })
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  if ('uid' in owner) chownSync(dataDir, owner.uid, owner.gid)
  if (!chosen) writeFileSync(noteIn(deskData), `${dataDir}\n`)

  const bin = join(canReach(owner, native) ? native : copyOf(native, version), 'bin')
  return { bin, dataDir, owner }
}

const noteIn = (deskData: string) => join(deskData, 'postgres-place')

/** The recorded place of this data folder's cluster; null before its first start. */
export const notedPlace = (deskData: string) =>
  existsSync(noteIn(deskData)) ? readFileSync(noteIn(deskData), 'utf8').trim() : null

const nameFor = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 16)

function canReach(owner: Owner, folder: string) {
  if (!('uid' in owner)) return true
  return (
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...owner, cwd: '/', stdio: 'ignore' })
      .status === 0
  )
}

function copyOf(native: string, version: string) {
  const copy = join(fallbackRoot, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  const aside = `${copy}.${process.pid}`
  mkdirSync(dirname(copy), { recursive: true })
  cpSync(native, aside, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(aside, copy)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}
