import { until } from './until'

/** Whether a process with this id exists (including other users'). */
export function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Sends the signal, waits up to `patience` milliseconds for the process to end, then kills it. */
export async function stopProcess(pid: number, signal: NodeJS.Signals, patience: number) {
  if (!isAlive(pid)) return
  process.kill(pid, signal)
  try {
    await until(async () => !isAlive(pid), patience)
  } catch {
    process.kill(pid, 'SIGKILL')
  }
}
