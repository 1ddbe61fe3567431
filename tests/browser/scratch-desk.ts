import { spawn } from 'node:child_process'
import { freePort } from '@/lib/ops/free-port'
import { copyPrepared, demoPassword } from '../factories/prepared-desk'
import { removeScratch, scratchFolder } from '../factories/scratch-folder'

export type ScratchDesk = {
  address: string
  folder: string
  output(): string
  stop(): Promise<void>
}

/**
 * Starts a desk on a folder and a port of its own (or the one in `PORT`), with its demo data
 * already there unless it is to be `fresh`, and waits until it says that it serves.
 */
export async function startScratchDesk(
  variables: Record<string, string> = {},
  { fresh = false } = {},
): Promise<ScratchDesk> {
  const folder = scratchFolder('browser')
  if (!fresh && !variables.DATABASE_URL && !variables.DATA_DIR) copyPrepared(folder)
  const port = variables.PORT ?? (await freePort())
  const child = spawn(process.execPath, ['lib/ops/launch.mjs', 'lib/ops/start'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      DATA_DIR: folder,
      BASE_URL: `http://localhost:${port}`,
      DATABASE_URL: '',
      DEMO_PASSWORD: demoPassword,
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('✓ Cancellation Desk')) resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', () => reject(new Error(`the desk did not start:\n${said}`)))
  }).catch((error) => {
    removeScratch(folder)
    throw error
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    removeScratch(folder)
  }
  return { address: `http://localhost:${port}`, folder, output: () => said, stop }
}
