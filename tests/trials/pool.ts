// Somebody else's lock holds every connection of the pool: waits are bounded, answers say so, and
// all is well once it is gone.
import { withClient } from '@/lib/ops/database/roles'
import { until } from '@/lib/ops/start/until'
import { apiClient } from './api-client'
import { trialDesk } from './desk'
import type { Trial } from './trial'

/**
 * Milliseconds in which everything must be answered: a call gives itself 12 s, a row that it has
 * begun to wait for then ends after 10 s (PostgreSQL takes two locks for it, 5 s each).
 */
const bound = 25_000

export const pool: Trial = {
  name: 'pool',
  what:
    'every connection of the pool waits for a lock: bounded waits, clear answers, whole ' +
    'afterwards',
  small: null,
  usual: 60,
  async run(size) {
    const desk = await trialDesk(1)
    const broken: string[] = []
    const [address = ''] = desk.addresses
    try {
      const api = await apiClient(address)
      const held = await api.open(1)
      const { reference = '', version = 0 } = held.body
      const answers = await withClient(desk.urls.owner, async (client) => {
        await client.query('begin')
        await client.query('select from request where reference = $1 for update', [reference])
        const moves = Array.from({ length: size }, () => api.withdraw(reference, version))
        const others = Array.from({ length: 4 }, () => api.call('GET', '/requests?limit=5'))
        const guide = await fetch(`${address}/guide`, { signal: AbortSignal.timeout(bound) }).then(
          ({ status }) => status,
          () => 0,
        )
        if (guide !== 200) broken.push(`the kept guide was answered ${guide}`)
        const all = await Promise.all([...moves, ...others])
        await client.query('rollback')
        return all
      })
      for (const { status, took, body } of answers) {
        const fine =
          status === 503 ? body.type === 'urn:cancellation-desk:problem:busy' : status === 200
        if (!fine || took > bound) broken.push(`${status} ${body.type ?? ''} after ${took} ms`)
      }
      await until(async () => (await fetch(`${address}/api/health`)).ok, 10_000).catch(() =>
        broken.push('not ready within 10 s'),
      )
      const after = await api.withdraw(reference, version)
      if (after.status !== 200) broken.push(`the move after it was answered ${after.status}`)
      const longest = Math.max(...answers.map(({ took }) => took))
      return {
        tried:
          `${size} moves and 4 reads against a held lock: ` +
          `${answers.filter(({ status }) => status === 503).length} answered 503, the longest ` +
          `after ${longest} ms`,
        broken,
      }
    } finally {
      await desk.stop()
    }
  },
}
