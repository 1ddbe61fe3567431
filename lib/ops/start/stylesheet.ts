import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../command-line/problem'

const folder = '.next/static'

/**
 * Notes the address of the one stylesheet that Next has built, for the pages that are made without
 * it (lib/stylesheet.ts).
 */
export function noteStylesheet() {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const sheets = files.filter((file) => file.endsWith('.css'))
  if (sheets.length !== 1)
    throw new Problem(
      `The desk has one stylesheet, app/globals.css, and the build made ${sheets.length}: ` +
        'import the others there.',
    )
  writeFileSync('.next/stylesheet', join('/_next/static', sheets[0] ?? ''))
}
