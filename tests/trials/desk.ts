// A desk whose parts are started, killed and started again one by one: PostgreSQL with fsync on,
// several web processes, the jobs.
import { type ChildProcess, spawn } from 'node:child_process'
import { jobsArguments } from '@/lib/ops/start/part-arguments'
import { readOperatorEnv } from '@/lib/env'
import { type Cluster, startCluster } from '@/lib/ops/postgres/cluster'
import { clusterPlace } from '@/lib/ops/postgres/place'
import { runningCluster } from '@/lib/ops/postgres/postmaster'
import { prepareDatabase, provision } from '@/lib/ops/start/database'
import { keptSecret } from '@/lib/ops/start/secrets'
import { seedWhenEmpty } from '@/lib/ops/start/seed'
import { servingVariables } from '@/lib/ops/start/serving-variables'
import { until } from '@/lib/ops/start/until'
import { freePort } from '@/lib/ops/start/free-port'
import { copyPrepared, demoPassword } from '../factories/prepared-desk'
import { removeScratch, scratchFolder } from '../factories/scratch-folder'

export type TrialDesk = Awaited<ReturnType<typeof trialDesk>>

/**
 * `beforehand`, `afterwards`: before the database is made, and when it is stopped; `through`: the
 * port by which the web processes reach the database; `nodeArgs`: Node's own, for each web process.
 */
type Setting = {
  variables?: Record<string, string>
  beforehand?: (folder: string) => void
  afterwards?: () => void
  through?: (port: number) => Promise<number>
  nodeArgs?: readonly string[][]
}

/** Starts a desk of so many web processes on a folder of its own; `variables` for its processes. */
export async function trialDesk(
  webs: number,
  {
    variables = {},
    beforehand = () => {},
    afterwards = () => {},
    through,
    nodeArgs = [],
  }: Setting = {},
) {
  const folder = scratchFolder('trials')
  beforehand(folder)
  copyPrepared(folder)
  const superuser = keptSecret(folder, 'postgres')
  let cluster: Cluster = await startCluster(folder, superuser)
  const urls = await provision(cluster, superuser, 'desk', (role) => keptSecret(folder, role))
  await prepareDatabase(urls)
  const ports = await Promise.all(Array.from({ length: webs }, freePort))
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    ...servingVariables(
      readOperatorEnv({
        NODE_ENV: 'production',
        DATA_DIR: folder,
        PORT: String(ports[0]),
        ...variables,
      }),
      folder,
      { urls, embedded: true },
    ),
  } as NodeJS.ProcessEnv & Record<string, string>
  Object.assign(process.env, env)
  const webEnv = through
    ? { DATABASE_URL: urls.app.replace(`:${cluster.port}/`, `:${await through(cluster.port)}/`) }
    : {}
  await seedWhenEmpty({ withDemo: true, deskData: folder, demoPassword, say: () => {} })

  const said: string[] = []
  const children = new Map<string, ChildProcess>()
  const stopping = { all: false }
  /**
   * Starts a part; one that ends by itself is started again, as whoever watches over an
   * installation does.
   */
  const start = (name: string, args: string[], port?: number) => {
    const child = spawn(process.execPath, args, {
      env: { ...env, ...(port && { ...webEnv, PORT: String(port) }) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => said.push(part.toString()))
    child.once('exit', (code) => {
      if (code !== null && code !== 0 && !stopping.all && children.get(name) === child)
        setTimeout(() => !stopping.all && start(name, args, port), 500)
    })
    children.set(name, child)
  }
  const addresses = ports.map((port) => `http://localhost:${port}`)
  const alive = (address: string) =>
    fetch(`${address}/api/health/live`).then(
      ({ ok }) => ok,
      () => false,
    )

  const parts: Record<string, () => Promise<void>> = {
    jobs: async () => start('jobs', jobsArguments),
  }
  for (const [place, port] of ports.entries())
    parts[`web ${place + 1}`] = async () =>
      start(`web ${place + 1}`, [...(nodeArgs[place] ?? []), 'lib/ops/web/server.mjs'], port)
  parts.postgres = async () => {
    // A server that was killed leaves its shared memory until the last of its processes has seen
    // it.
    for (let tries = 0; ; tries += 1) {
      try {
        cluster = await startCluster(folder, superuser, { wanted: cluster.port })
        return
      } catch (error) {
        if (tries === 20) throw error
        await new Promise((resolve) => setTimeout(resolve, 250))
      }
    }
  }
  for (const [name, begin] of Object.entries(parts)) if (name !== 'postgres') await begin()
  await until(async () => (await Promise.all(addresses.map(alive))).every(Boolean), 60_000)

  /** Kills a part with signal 9, or stops PostgreSQL; it stays away until it is started again. */
  async function kill(name: string) {
    if (name === 'postgres') {
      const running = runningCluster(clusterPlace(folder).dataDir)
      if (running) process.kill(running.pid, 'SIGKILL')
      return
    }
    const child = children.get(name)
    if (!child || child.exitCode !== null || child.signalCode) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }
  async function stop() {
    stopping.all = true
    await Promise.all(
      [...children.values()]
        .filter((child) => child.exitCode === null && !child.signalCode)
        .map(
          (child) =>
            new Promise((resolve) => {
              child.once('exit', resolve)
              child.kill('SIGTERM')
            }),
        ),
    )
    await cluster.stop()
    afterwards()
    removeScratch(folder)
  }
  return {
    addresses,
    urls,
    folder,
    names: Object.keys(parts),
    said: () => said.join(''),
    kill,
    start: (name: string) => parts[name]?.() ?? Promise.resolve(),
    stop,
  }
}
