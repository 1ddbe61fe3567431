import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { Problem, messageOf } from '../problem'
import { until } from '../until'
import { stopProcess } from '../stop-process'
import { clusterPlace, type Place } from './place'
import { runningCluster } from './postmaster'

/** A running embedded PostgreSQL. */
export type Cluster = { port: number; url(user: string, password: string, database: string): string; stop(): Promise<void> }

const superuser = 'postgres'

/**
 * Starts the PostgreSQL that came with npm, making its cluster the first time. One left running by a desk that was
 * killed is stopped first (a fast shutdown: what was committed stays). It listens on 127.0.0.1 alone, on the `wanted` port or a free one.
 */
export async function startCluster(deskData: string, password: string, settings: string[] = [], wanted?: number): Promise<Cluster> {
  const place = clusterPlace(deskData)
  if (!existsSync(join(place.dataDir, 'PG_VERSION'))) initialise(place, password)

  const leftover = runningCluster(place.dataDir)
  if (leftover) await stopProcess(leftover.pid, 'SIGINT', 30_000)

  const port = wanted ?? (await freePort())
  const log = openSync(join(deskData, 'postgres.log'), 'a', 0o600)
  const child = spawn(
    join(place.bin, 'postgres'),
    ['-D', place.dataDir, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', ...settings],
    // Detached: Ctrl-C reaches the whole group of the terminal, and the web process must end before its database.
    { ...place.owner, cwd: '/', stdio: ['ignore', log, log], detached: true, env: { PATH: process.env.PATH ?? '' } as unknown as NodeJS.ProcessEnv },
  )
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  child.unref()

  const url = (user: string, secret: string, database: string) => clusterUrl(port, user, secret, database)
  await until(async () => {
    if (ended) throw new Problem(`The embedded PostgreSQL did not start: the reason is at the end of ${join(deskData, 'postgres.log')}.`)
    return answers(url(superuser, password, 'postgres'))
  }, 60_000)

  return { port, url, stop: () => (child.pid && !ended ? stopProcess(child.pid, 'SIGINT', 30_000) : Promise.resolve()) }
}

/** The address of a database on an embedded cluster. */
export const clusterUrl = (port: number, user: string, secret: string, database: string) => `postgresql://${user}:${encodeURIComponent(secret)}@127.0.0.1:${port}/${database}`

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
      ['-D', dataDir, '-U', superuser, '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C.UTF-8'],
      { ...owner, cwd: '/', encoding: 'utf8' },
    )
    if (status !== 0) throw new Problem(`The embedded PostgreSQL could not make its files in ${dataDir}: ${stderr.trim()}`)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
