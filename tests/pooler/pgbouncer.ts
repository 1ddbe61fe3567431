import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '@/lib/ops/free-port'
import { clusterOwner } from '@/lib/ops/postgres/owner'
import { withClient } from '@/lib/ops/database/roles'
import { until } from '@/lib/ops/until'

const program = '/usr/sbin/pgbouncer'
export const hasPgbouncer = () => existsSync(program)

/**
 * Starts pgbouncer in transaction mode before a server, with fewer connections than the desk's
 * processes have; gives the port.
 */
export async function startPgbouncer(
  folder: string,
  server: number,
): Promise<{ port: number; stop(): Promise<void> }> {
  const port = await freePort()
  const ini = join(folder, 'pgbouncer.ini')
  writeFileSync(
    join(folder, 'users'),
    ['desk_app', 'desk_owner', 'desk_jobs'].map((user) => `"${user}" ""\n`).join(''),
    { mode: 0o644 },
  )
  writeFileSync(
    ini,
    `[databases]
desk = host=127.0.0.1 port=${server} dbname=desk
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${join(folder, 'users')}
pool_mode = transaction
default_pool_size = 6
max_client_conn = 200
`,
    { mode: 0o644 },
  )
  const child = spawn(program, ['-q', ini], { ...clusterOwner(), cwd: '/', stdio: 'ignore' })
  await until(
    () =>
      withClient(`postgresql://desk_app:none@127.0.0.1:${port}/desk`, async () => true).catch(
        () => false,
      ),
    15_000,
  )
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGINT')
      }),
  }
}
