import type { Head } from '@/lib/cancellation/queries/head'
import { readJson } from '@/lib/forms/read-json'
import { addLine, linesIn } from './line-file'

/** The recorded heads, oldest first, one JSON line each; a truncated last line is skipped. */
export const headsIn = (file: string): Head[] =>
  linesIn(file).flatMap((line) => (readJson(line) as Head | null) ?? [])

/** Appends a head, synced to disk. */
export const keepHead = (file: string, head: Head) => addLine(file, JSON.stringify(head))
