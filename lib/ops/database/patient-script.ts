import { setTimeout as wait } from 'node:timers/promises'

type Query = (sql: string) => Promise<unknown>

// PostgreSQL's code for a lock timeout.
const lockTimeout = '55P03'
const maxTries = 120

/**
 * Runs a migration in one transaction while the desk is serving: waits at most a second for a table
 * lock, then lets the queued transactions pass and retries, for over two minutes. Nobody is blocked
 * for longer meanwhile.
 */
export async function runPatiently(query: Query, script: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await query(`set local lock_timeout = '1s';\n${script}`)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== lockTimeout || tries === maxTries) throw error
      await wait(200 + Math.random() * 800)
    }
  }
}
