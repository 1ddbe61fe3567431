import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { Problem, messageOf } from '../command-line/problem'
import { freePort } from '../start/free-port'
import { until } from '../start/until'
import { stopProcess } from '../start/stop-process'
import { clusterPlace, type Place } from './place'
import { runningCluster } from './postmaster'

/** A running embedded PostgreSQL. */
export type Cluster = {
  port: number
  url(user: string, password: string, database: string): string
  stop(): Promise<void>
}

const superuser = 'postgres'

/**
 * Starts the PostgreSQL installed from npm, initializing its cluster the first time. An instance
 * left by a killed desk is stopped first (fast shutdown: committed data stay). It listens only on
 * 127.0.0.1, on the `wanted` port or a free one. `kept`: it is restarted when it exits by itself.
 */
export async function startCluster(
  deskData: string,
  password: string,
  {
    settings = [],
    wanted,
    kept = false,
  }: { settings?: string[]; wanted?: number; kept?: boolean } = {},
): Promise<Cluster> {
  const place = clusterPlace(deskData)
  if (!existsSync(join(place.dataDir, 'PG_VERSION'))) initialise(place, password)

  const leftover = runningCluster(place.dataDir)
  if (leftover) await stopProcess(leftover.pid, 'SIGINT', 30_000)

  const port = wanted ?? (await freePort())
  const log = openSync(join(deskData, 'postgres.log'), 'a', 0o600)
  const url = (user: string, secret: string, database: string) =>
    clusterUrl(port, user, secret, database)
  let stopping = false
  let ends = 0
  let server = launch(place, port, settings, log)
  await until(async () => {
    if (server.exitCode !== null || server.signalCode)
      throw new Problem(
        'The embedded PostgreSQL did not start: the reason is at the end of ' +
          `${join(deskData, 'postgres.log')}.`,
      )
    return answers(url(superuser, password, 'postgres'))
  }, 60_000)

  /**
   * Restarts it when it exits by itself; after a crash its shared memory exists until its last
   * process has ended.
   */
  const keep = () => {
    server.once('exit', () => {
      if (stopping) return
      ends += 1
      setTimeout(
        () => {
          if (stopping) return
          server = launch(place, port, settings, log)
          keep()
        },
        Math.min(ends * 500, 5000),
      ).unref()
    })
  }
  if (kept) keep()

  return {
    port,
    url,
    stop: async () => {
      stopping = true
      if (server.pid && server.exitCode === null && !server.signalCode)
        await stopProcess(server.pid, 'SIGINT', 30_000)
    },
  }
}

function launch(
  { bin, dataDir, owner }: Place,
  port: number,
  settings: string[],
  log: number,
): ChildProcess {
  const server = spawn(
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
      ...settings,
    ],
    // Detached: Ctrl-C is sent to the terminal's whole process group, but the web process must end
    // before its database.
    {
      ...owner,
      cwd: '/',
      stdio: ['ignore', log, log],
      detached: true,
      env: { PATH: process.env.PATH ?? '' } as unknown as NodeJS.ProcessEnv,
    },
  )
  server.unref()
  return server
}

/** The connection URL of a database on an embedded cluster. */
export const clusterUrl = (port: number, user: string, secret: string, database: string) =>
  `postgresql://${user}:${encodeURIComponent(secret)}@127.0.0.1:${port}/${database}`

async function answers(connectionString: string) {
  const client = new Client({ connectionString, connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
    return true
  } catch (error) {
    if (messageOf(error).includes('password authentication failed')) throw error
    return false
  }
}

function initialise({ bin, dataDir, owner }: Place, password: string) {
  const passwordFile = join(tmpdir(), `desk-${randomUUID()}`)
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if ('uid' in owner) chownSync(passwordFile, owner.uid, owner.gid)
  try {
    const { status, stderr } = spawnSync(
      join(bin, 'initdb'),
      [
        '-D',
        dataDir,
        '-U',
        superuser,
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale=C.UTF-8',
      ],
      { ...owner, cwd: '/', encoding: 'utf8' },
    )
    if (status !== 0)
      throw new Problem(
        `The embedded PostgreSQL could not make its files in ${dataDir}: ${stderr.trim()}`,
      )
  } finally {
    rmSync(passwordFile, { force: true })
  }
}
