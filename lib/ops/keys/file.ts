import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { newKey } from '@/lib/db/sealing'

/** The keys in a file, newest first. */
export const keysInFile = (file: string) => readFileSync(file, 'utf8').split('\n').filter(Boolean)

// Atomically: a partly written key would lose everything wrapped by it.
function writeKeys(file: string, keys: readonly string[]) {
  writeFileSync(`${file}.new`, `${keys.join('\n')}\n`, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

const markOf = (file: string) => `${file}.rotating`

/** Puts a new key first, unless an earlier rotation is unfinished; returns whether it did. */
export function beginRotation(file: string): boolean {
  if (existsSync(markOf(file))) return false
  // The mark first: after a crash, a mark without a key continues with the old one, while a key
  // without the mark would only add one more at the next rotation.
  writeFileSync(markOf(file), '')
  writeKeys(file, [newKey().toString('base64url'), ...keysInFile(file)])
  return true
}

/** Ends the rotation; `forget`: older backups can no longer be decrypted. */
export function endRotation(file: string, forget: boolean) {
  if (forget) writeKeys(file, keysInFile(file).slice(0, 1))
  rmSync(markOf(file), { force: true })
}
