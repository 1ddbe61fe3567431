// Debian's PostgreSQL, as an operator of a desk of some size runs it: its own programs, a cluster
// in a folder, its own user.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { appendFileSync, chownSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '@/lib/ops/free-port'
import { clusterOwner } from '@/lib/ops/postgres/owner'
import { clusterUrl } from '@/lib/ops/postgres/cluster'
import { withClient } from '@/lib/ops/database/roles'
import { stopProcess } from '@/lib/ops/stop-process'
import { until } from '@/lib/ops/until'

const home = '/usr/lib/postgresql'

/**
 * The folder of the newest installed version's programs; null where Debian's PostgreSQL is not
 * installed.
 */
export function debianPrograms(): string | null {
  const newest = existsSync(home)
    ? readdirSync(home).sort((a, b) => Number(b) - Number(a))[0]
    : undefined
  return newest && existsSync(join(home, newest, 'bin/initdb')) ? join(home, newest, 'bin') : null
}

const owner = clusterOwner()

/** Runs one of its programs to its end, as the cluster's owner. */
export function runProgram(
  bin: string,
  program: string,
  args: string[],
  env: Record<string, string> = {},
) {
  const { status, stderr } = spawnSync(join(bin, program), args, {
    ...owner,
    cwd: '/',
    encoding: 'utf8',
    env: { ...env, PATH: process.env.PATH ?? '' } as unknown as NodeJS.ProcessEnv,
  })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
}

/** Gives a folder to the cluster's owner. */
export const giveAway = (folder: string) =>
  void ('uid' in owner && chownSync(folder, owner.uid, owner.gid))

export function makeCluster(bin: string, dataDir: string) {
  runProgram(bin, 'initdb', [
    '-D',
    dataDir,
    '-U',
    'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ])
}

/** Starts a cluster with these lines added to its configuration; answers once it takes writes. */
export async function startServer(bin: string, dataDir: string, lines: string[]) {
  appendFileSync(join(dataDir, 'postgresql.conf'), `\n${lines.join('\n')}\n`)
  const port = await freePort()
  const server: ChildProcess = spawn(
    join(bin, 'postgres'),
    [
      '-D',
      dataDir,
      '-p',
      String(port),
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
    ],
    { ...owner, cwd: '/', stdio: 'ignore', detached: true },
  )
  const url = (user: string, secret: string, database: string) =>
    clusterUrl(port, user, secret || 'none', database)
  const writes = () =>
    withClient(
      url('postgres', '', 'postgres'),
      async (client) => !(await client.query('select pg_is_in_recovery() as away')).rows[0].away,
    ).catch(() => false)
  await until(writes, 60_000)
  return {
    port,
    url,
    stop: () => stopProcess(server.pid ?? 0, 'SIGINT', 30_000),
    kill: () => stopProcess(server.pid ?? 0, 'SIGKILL', 10_000),
  }
}
