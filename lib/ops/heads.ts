import type { Head } from '@/lib/cancellation/queries/head'
import { readJson } from '@/lib/forms/read-json'
import { addLine, linesIn } from './line-file'

/**
 * The heads that were written, the oldest first, each on a line of JSON; one that was cut off is
 * left out.
 */
export const headsIn = (file: string): Head[] =>
  linesIn(file).flatMap((line) => (readJson(line) as Head | null) ?? [])

/** Writes a head onto the disk. */
export const keepHead = (file: string, head: Head) => addLine(file, JSON.stringify(head))
