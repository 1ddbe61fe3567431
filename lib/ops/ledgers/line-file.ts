import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'

/**
 * The lines of an append-only file; none if it is missing. The last may be truncated after a crash.
 */
export const linesIn = (file: string) =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []

/** Appends a line, synced to disk. */
export function addLine(file: string, line: string) {
  const handle = openSync(file, 'a', 0o600)
  writeSync(handle, `${line}\n`)
  fsyncSync(handle)
  closeSync(handle)
}
