import { isIPv6 } from 'node:net'
import { Problem } from '../command-line/problem'
import { until } from './until'

/** Waits until the web process passes its health check. */
export async function waitUntilServing(port: number, host = '127.0.0.1') {
  const asked = isIPv6(host) ? `[${host}]` : host
  const isHealthy = async () => (await fetch(`http://${asked}:${port}/api/health`)).ok
  try {
    await until(() => isHealthy().catch(() => false), 60_000)
  } catch {
    throw new Problem(
      `The web process did not answer on port ${port} within a minute: see its output above.`,
    )
  }
}
