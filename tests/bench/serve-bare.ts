import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { callOnce } from './load'
import type { Given } from './replay'

/** `take`: what it has to do under a name. */
export type Bare = {
  address: string
  take(given: Given): Promise<void>
  stop(): Promise<void>
}

/** Starts the bare server (bare.ts) on this database. */
export async function serveBare(databaseUrl: string): Promise<Bare> {
  const child = spawn(process.execPath, ['lib/ops/launch.mjs', 'tests/bench/bare'], {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', (code) => reject(new Error(`the bare server ended with ${code}`)))
  })
  const address = `http://localhost:${port}`
  return {
    address,
    async take(given) {
      const { status } = await callOnce(address, {
        path: '/',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(given),
      })
      if (status !== 200) throw new Error(`the bare server answered ${status}`)
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
