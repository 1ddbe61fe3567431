import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { freePort } from '@/lib/ops/start/free-port'
import { webArguments } from '@/lib/ops/start/part-arguments'
import { until } from '@/lib/ops/start/until'

export type Served = {
  address: string
  pid: number /** Until the first page was answered, in milliseconds. */
  startedIn: number
  memory(): number
  stop(): Promise<void>
}

/** Starts the built product's web process. */
export async function serve(tree: string, variables: Record<string, string>): Promise<Served> {
  const port = await freePort()
  const address = `http://localhost:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, ['--expose-gc', ...webArguments], {
    cwd: tree,
    env: {
      ...process.env,
      ...variables,
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      PORT: String(port),
      BASE_URL: address,
      NEXTAUTH_URL: address,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await until(async () => (await fetch(`${address}/status`).catch(() => null))?.ok ?? false, 60_000)
  const startedIn = performance.now() - began
  return {
    address,
    pid: child.pid ?? 0,
    startedIn,
    memory: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) /
      1024,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
