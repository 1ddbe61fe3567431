import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { newKey } from '@/lib/db/sealing'

/** The keys in a file, the newest first. */
export const keysInFile = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean)

// Whole or not at all: a key that is half written would lose everything under it.
function writeKeys(file: string, keys: readonly string[]) {
  writeFileSync(`${file}.new`, `${keys.join('\n')}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

const markOf = (file: string) => `${file}.rotating`

/**
 * Puts a new key first, unless a rotation that was begun has not come to its end; says whether it
 * did.
 */
export function beginRotation(file: string): boolean {
  if (existsSync(markOf(file))) return false
  // The mark first: a new key without it would only mean one more at the next rotation, a mark
  // without a key goes on with the old.
  writeFileSync(markOf(file), '')
  writeKeys(file, [newKey().toString('base64url'), ...keysInFile(file)])
  return true
}

/** The rotation has come to its end; `forget`: backups from before can no longer be read. */
export function endRotation(file: string, forget: boolean) {
  if (forget) writeKeys(file, keysInFile(file).slice(0, 1))
  rmSync(markOf(file), { force: true })
}
