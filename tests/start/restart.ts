// A desk that is started again where one was before.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { until } from '@/lib/ops/until'

/** Vitest puts a BASE_URL of its own into the environment; an empty one counts as unset. */
export const plainEnv = { ...process.env, BASE_URL: '', DATABASE_URL: '' }

/** `npm start` on this folder, until it says that it serves. */
export async function restart(
  data: string,
  port: string,
): Promise<{ child: ChildProcess; pid: number; said(): string }> {
  const child = spawn('npm', ['start'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATA_DIR: data,
      PORT: port,
      BASE_URL: `http://localhost:${port}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
    })
  }
  await until(async () => {
    if (child.exitCode !== null) throw new Error(said)
    return said.includes('✓ Cancellation Desk')
  }, 60_000)
  return { child, pid: Number(readFileSync(join(data, 'desk.pid'), 'utf8')), said: () => said }
}
