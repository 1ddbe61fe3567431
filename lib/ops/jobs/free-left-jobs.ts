import { Client } from 'pg'

// Held shared by every jobs process as long as it lives; whoever gets it alone knows that no other is there.
const lock = 'hashtextextended(\'desk jobs\', 0)'

/**
 * Frees the jobs that a killed process left locked: the queue itself would wait four hours for it. Done only when no other
 * jobs process lives. Gives what ends the holding.
 */
export async function freeLeftJobs(url: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ alone: boolean }>(`select pg_try_advisory_lock(${lock}) as alone`)
  if (rows[0]?.alone) {
    await client.query('select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker._private_jobs where locked_by is not null))')
    await client.query('update graphile_worker._private_job_queues set locked_by = null, locked_at = null where locked_by is not null')
  }
  await client.query(`select pg_advisory_lock_shared(${lock})`)
  if (rows[0]?.alone) await client.query(`select pg_advisory_unlock(${lock})`)
  return () => client.end()
}
