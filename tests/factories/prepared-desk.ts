// A desk as its first start leaves it, made once for a whole run of the tests (tests/run.ts):
// making one keeps both cores busy for ten seconds, and twenty tests begin with one. Where none was
// made, each makes its own.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { clusterPlace, notedPlace } from '@/lib/ops/postgres/place'

/** Of all demo accounts under test. */
export const demoPassword = 'tests-of-the-desk-password'

/** Puts a copy of the prepared desk, which is at rest, into a new data folder. */
export function copyPrepared(to: string) {
  const from = process.env.DESK_PREPARED
  const cluster = from && notedPlace(from)
  if (!from || !cluster) return
  copy(join(from, 'keys'), join(to, 'keys'))
  copy(cluster, clusterPlace(to).dataDir)
}

/** With everything that a file has, whose it is too: Node's own copy leaves that out. */
function copy(from: string, to: string) {
  mkdirSync(to, { recursive: true })
  const { status, stderr } = spawnSync('cp', ['-a', `${from}/.`, to], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the prepared desk could not be copied: ${stderr}`)
}
