// Finds a port for a process that is about to start.
import { randomInt } from 'node:crypto'
import { requireFreePort } from './port'

/**
 * Below the ephemeral port range: an outgoing connection could take one of those before the process
 * starts.
 */
const from = 12_000
const to = 30_000

/**
 * A free port, chosen at random so that concurrent callers do not pick the same; throws after
 * twenty taken ones.
 */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 20; tries += 1) {
    const port = randomInt(from, to)
    if (
      await requireFreePort(port).then(
        () => true,
        () => false,
      )
    )
      return port
  }
  throw new Error(`no free port found between ${from} and ${to}`)
}
