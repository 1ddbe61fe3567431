import { Problem } from '../problem'
import { until } from '../until'

/** Waits until the web process answers its health check. */
export async function waitUntilServing(port: number) {
  try {
    await until(async () => (await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null))?.ok ?? false, 60_000)
  } catch {
    throw new Problem(`The web process did not answer on port ${port} within a minute: what it said is above.`)
  }
}
