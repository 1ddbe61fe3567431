import { type ChildProcess, spawn } from 'node:child_process'
import { stopProcess } from './stop-process'
import { inheritedVariables } from './inherited-variables'

export type Child = { stop(): Promise<void> }

/**
 * Pauses before a part is restarted, in milliseconds: growing with consecutive exits, up to the
 * last.
 */
const pauses = [250, 1000, 2000, 5000]
/** After running this long (milliseconds) the pauses start again with the shortest. */
const steady = 30_000

/**
 * Supervises a part of the desk in a process of its own. It ends with us, because its IPC channel
 * closes when we are killed. A part that exits is restarted; before the desk is ready (`begun`) the
 * whole desk stops instead, since a retry would not fix the cause.
 */
export function keepRunning(
  name: string,
  args: string[],
  variables: Record<string, string>,
  begun: () => boolean,
  stopAll: () => Promise<void>,
): Child {
  let child: ChildProcess
  let stopping = false
  let again: NodeJS.Timeout | undefined
  let ended = 0

  const start = () => {
    const since = Date.now()
    child = spawn(process.execPath, args, {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // A process group of its own, so that we pass Ctrl-C on in the right order.
      detached: true,
      env: { ...inheritedVariables(), ...variables },
    })
    child.once('exit', (code, signal) => {
      if (stopping) return
      const how = `The ${name} process ended by itself (${signal ?? `exit code ${code}`})`
      if (!begun()) {
        console.error(`✗ ${how}: stopping the desk. Start it again with npm start.`)
        return void stopAll().finally(() => process.exit(1))
      }
      if (Date.now() - since > steady) ended = 0
      const pause = pauses[Math.min(ended, pauses.length - 1)] ?? 0
      ended += 1
      console.error(`✗ ${how}: starting it again.`)
      again = setTimeout(start, pause)
    })
  }
  start()
  return {
    async stop() {
      stopping = true
      clearTimeout(again)
      if (child.pid && child.exitCode === null && child.signalCode === null)
        await stopProcess(child.pid, 'SIGTERM', 10_000)
    },
  }
}
