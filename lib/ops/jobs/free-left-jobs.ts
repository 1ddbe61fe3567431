import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'

// Held in shared mode by every live jobs process; whoever gets it exclusively knows that there is
// no other.
const lock = "hashtextextended('desk jobs', 0)"

/**
 * How often to check whether the database has noticed a killed process, and the pause between
 * checks, in milliseconds.
 */
const checks = 6
const pause = 400

/**
 * Releases jobs left locked by a killed process: the queue itself would wait four hours. Only done
 * when no other jobs process is alive; the database may take a moment to notice that one is gone.
 * Returns the function that releases the lock; `lost` is called when the database dropped the
 * connection: a job being fetched at that moment may stay locked.
 */
export async function freeLeftJobs(url: string, lost: () => void): Promise<() => Promise<void>> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  })
  client.on('error', () => {})
  await client.connect()
  const alone = await isAlone(client)
  if (alone) {
    await client.query(
      `select graphile_worker.force_unlock_workers(array(select distinct locked_by
        from graphile_worker._private_jobs where locked_by is not null))`,
    )
    await client.query(
      'update graphile_worker._private_job_queues set locked_by = null, locked_at = null ' +
        'where locked_by is not null',
    )
  }
  await client.query(`select pg_advisory_lock_shared(${lock})`)
  if (alone) await client.query(`select pg_advisory_unlock(${lock})`)
  client.once('end', lost)
  return () => {
    client.off('end', lost)
    return client.end()
  }
}

async function isAlone(client: Client): Promise<boolean> {
  for (let look = 1; ; look += 1) {
    const { rows } = await client.query<{ alone: boolean }>(
      `select pg_try_advisory_lock(${lock}) as alone`,
    )
    if (rows[0]?.alone || look === checks) return rows[0]?.alone ?? false
    await wait(pause)
  }
}
