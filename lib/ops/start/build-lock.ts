import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { isAlive } from './stop-process'
import { until } from './until'

const file = 'node_modules/.cache/desk-build.pid'
const patience = 10 * 60_000

/** Runs `work` while no other process builds in this clone; waits for one that does. */
export async function withBuildLock(work: () => Promise<void>) {
  mkdirSync(dirname(file), { recursive: true })
  await until(async () => acquire(), patience)
  try {
    await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function acquire(): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    // Left by a killed process: remove it and retry.
    if (!isAlive(Number(readFileSync(file, 'utf8')) || 0)) rmSync(file, { force: true })
    return false
  }
}
