import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'

/**
 * The lines of a file that is written a line at a time; none where it is not there. The last may be
 * cut off, when the machine stopped.
 */
export const linesIn = (file: string) =>
  existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []

/** Adds a line, on the disk before it counts as done. */
export function addLine(file: string, line: string) {
  const handle = openSync(file, 'a', 0o600)
  writeSync(handle, `${line}\n`)
  fsyncSync(handle)
  closeSync(handle)
}
