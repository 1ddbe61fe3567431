import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'

// Held shared by every jobs process as long as it lives; whoever gets it alone knows that no other
// is there.
const lock = "hashtextextended('desk jobs', 0)"

/**
 * How often it is looked whether a killed process is gone for the database too, and the pause
 * between, in milliseconds.
 */
const looks = 6
const pause = 400

/**
 * Frees the jobs that a killed process left locked: the queue itself would wait four hours for it.
 * Done only when no other jobs process lives; the database may take a moment to see that one is
 * gone. Gives what ends the holding; `lost` is called when the database ended it: a job that was
 * just being fetched may then be locked by nobody who knows of it.
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
      'select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))',
    )
    await client.query(
      'update graphile_worker._private_job_queues set locked_by = null, locked_at = null where locked_by is not null',
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
    if (rows[0]?.alone || look === looks) return rows[0]?.alone ?? false
    await wait(pause)
  }
}
