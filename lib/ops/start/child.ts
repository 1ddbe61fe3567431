import { spawn } from 'node:child_process'
import { stopProcess } from '../stop-process'

export type Child = { stop(): Promise<void> }

/**
 * Starts a part of the desk in a process of its own. It ends with us: its channel to us closes when we are killed. When
 * it ends by itself, the whole desk stops.
 */
export function startChild(name: string, args: string[], variables: Record<string, string>, stopAll: () => Promise<void>): Child {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // A group of its own: Ctrl-C is ours to pass on, in the right order.
    detached: true,
    env: { ...process.env, ...variables },
  })
  let stopping = false
  child.once('exit', (code, signal) => {
    if (stopping) return
    console.error(`✗ The ${name} process ended by itself (${signal ?? `exit code ${code}`}): stopping the desk. Start it again with npm start.`)
    void stopAll().finally(() => process.exit(1))
  })
  return {
    async stop() {
      stopping = true
      if (child.pid && child.exitCode === null && child.signalCode === null) await stopProcess(child.pid, 'SIGTERM', 10_000)
    },
  }
}
