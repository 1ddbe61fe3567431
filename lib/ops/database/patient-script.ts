import { setTimeout as wait } from 'node:timers/promises'

type Query = (sql: string) => Promise<unknown>

// PostgreSQL's code for a lock that was not to be had in time.
const notInTime = '55P03'
const most = 120

/**
 * Runs a migration as one transaction beside a desk that serves: it waits at most a second for a
 * table, then lets everybody who queued behind it pass, and tries again, for two minutes and more.
 * Whoever reads or writes meanwhile never waits longer.
 */
export async function runPatiently(query: Query, script: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await query(`set local lock_timeout = '1s';\n${script}`)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== notInTime || tries === most) throw error
      await wait(200 + Math.random() * 800)
    }
  }
}
