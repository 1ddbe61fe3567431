// A port for a process that starts a moment later.
import { randomInt } from 'node:crypto'
import { requireFreePort } from './start/port'

/**
 * Below the ports that systems hand out to outgoing connections: one of those may be taken between
 * the look and the start.
 */
const from = 12_000
const to = 30_000

/**
 * A port that nobody listens on, at random, so that processes looking at the same time do not
 * choose the same; throws when twenty in a row are taken.
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
