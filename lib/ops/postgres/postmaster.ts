import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '../start/stop-process'

/** The live server on this data folder, by PostgreSQL's lock file; null when there is none. */
export function runningCluster(dataDir: string): { pid: number; port: number } | null {
  const lock = join(dataDir, 'postmaster.pid')
  if (!existsSync(lock)) return null
  const [pid, , , port] = readFileSync(lock, 'utf8').split('\n')
  const found = { pid: Number(pid), port: Number(port) }
  return isAlive(found.pid) && isPostgres(found.pid) ? found : null
}

// After a reboot the pid may belong to another program.
function isPostgres(pid: number) {
  const name = `/proc/${pid}/comm`
  return (
    !existsSync('/proc/self/comm') ||
    (existsSync(name) && readFileSync(name, 'utf8').startsWith('postgres'))
  )
}
