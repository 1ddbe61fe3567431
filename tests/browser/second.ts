import { spawn } from 'node:child_process'
import { expect } from './counter'
import { freePort } from '@/lib/ops/free-port'

/**
 * Starts a second web process on the desk's database, reached by its own address or by `base`;
 * gives its own.
 */
export async function secondWeb(base = '') {
  const port = await freePort()
  const variables = {
    ...process.env,
    NODE_ENV: 'production' as const,
    DATA_DIR: process.env.DESK_FOLDER ?? '',
    DATABASE_URL: '',
    BASE_URL: base,
  }
  const child = spawn(
    process.execPath,
    ['lib/ops/launch.mjs', 'tests/browser/second-web', String(port)],
    { env: variables, stdio: ['pipe', 'ignore', 'inherit'] },
  )
  const address = `http://localhost:${port}`
  await expect
    .poll(
      () =>
        fetch(`${address}/api/health`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true)
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.stdin.end()
    await ended
  }
  return { address, stop }
}
