import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Problem } from '../command-line/problem'
import { compressBuilt } from './compress'
import { withBuildLock } from './build-lock'
import { noteStylesheet } from './stylesheet'

const sources = [
  'app',
  'components',
  'lib',
  'prisma/schema.prisma',
  'proxy.ts',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const stamp = '.next/desk-sources'

/** Builds the web part when there is no build or its sources have changed. */
export async function buildWhenStale(say: (line: string) => void) {
  const wanted = fingerprint()
  if (isFresh(wanted)) return
  await withBuildLock(async () => {
    // Another process may have built it while we waited.
    if (!isFresh(wanted)) build(wanted, say)
  })
}

const isFresh = (wanted: string) => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted

function build(wanted: string, say: (line: string) => void) {
  say('Building the pages (once after each change; a minute or two)…')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'build'],
    {
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    },
  )
  if (status !== 0) throw new Problem(`The build failed:\n${stdout}\n${stderr}`)
  compressBuilt()
  noteStylesheet()
  writeFileSync(stamp, wanted)
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesIn)) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() &&
        !entry.parentPath.includes('lib/ops') &&
        !entry.parentPath.includes('generated'),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
