import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import type { Head } from '@/lib/cancellation/queries/head'
import { readJson } from '@/lib/forms/read-json'

/** The heads that were written, the oldest first, each on a line of JSON; one that was cut off when the machine stopped is left out. */
export function headsIn(file: string): Head[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : []
  return lines.flatMap((line) => (readJson(line) as Head | null) ?? [])
}

/** Writes a head onto the disk. */
export function keepHead(file: string, head: Head) {
  const handle = openSync(file, 'a', 0o600)
  writeSync(handle, `${JSON.stringify(head)}\n`)
  fsyncSync(handle)
  closeSync(handle)
}
