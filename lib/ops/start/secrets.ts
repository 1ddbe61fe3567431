import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A secret of the embedded installation: generated the first time, readable only by its owner. */
export function keptSecret(deskData: string, name: string): string {
  const folder = join(deskData, 'keys')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, name)
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const secret = randomBytes(32).toString('base64url')
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' })
  return secret
}
