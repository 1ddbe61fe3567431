import { Logger, runMigrations } from 'graphile-worker'
import { type RoleUrls, asked, withClient } from './roles'

const silent = new Logger(() => () => {})

/**
 * Migrates the queue's tables as the jobs' role. The app queues jobs within its own transactions
 * through one function and learns through another which were given up: it has no access to the
 * tables themselves.
 */
export async function prepareQueue({ app, jobs }: RoleUrls) {
  const role = await asked(app, 'select quote_ident(current_user) as role', (row) =>
    String(row.role),
  )
  await runMigrations({ connectionString: jobs, logger: silent })
  await withClient(jobs, async (client) => {
    await client.query(`
      create or replace function graphile_worker.queue_for_desk(text, json, text, timestamptz,
        text) returns text
      language sql security definer set search_path = '' as
      $$ select id::text from graphile_worker.add_job($1, payload := $2, job_key := $3,
        run_at := $4, queue_name := $5) $$`)
    await client.query('revoke all on function graphile_worker.queue_for_desk from public')
    // Jobs that were given up, or fail again and again; what they are about stays unsaid.
    await client.query(`
      create or replace function graphile_worker.failed_for_desk()
        returns table (task text, count int, oldest timestamptz)
      language sql stable security definer set search_path = '' as
      $$ select t.identifier, count(*)::int, min(j.created_at)
        from (select task_id, created_at from graphile_worker._private_jobs
          where attempts >= max_attempts or (attempts >= 5 and last_error is not null)
          order by id limit 100) j
        join graphile_worker._private_tasks t on t.id = j.task_id group by t.identifier $$`)
    await client.query('revoke all on function graphile_worker.failed_for_desk from public')
    await client.query(`grant usage on schema graphile_worker to ${role}`)
    await client.query(`grant execute on function graphile_worker.queue_for_desk to ${role}`)
    await client.query(`grant execute on function graphile_worker.failed_for_desk to ${role}`)
  })
}
