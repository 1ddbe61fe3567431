// npm run audit:verify: whether every request's history is whole and unchanged.
import { verifiedHistories } from '@/lib/cancellation/queries/verified'
import { database } from '@/lib/db/client'
import { runCommand } from './command-line'
import { withDeskDatabase } from './reach-database'

const help = `npm run audit:verify

Checks the history of every request: that no event is missing, that each carries the hash of the one before and of
itself, and that the request's row is what its events say. Changes nothing; works beside a running desk too. Histories
verify after their keys were destroyed.
Exit codes: 0 all is well, 1 something is not, 2 the command was not understood.`

const words = { gap: 'event {n} is missing', link: 'event {n} was changed', row: 'the row is not what its events say', no_row: 'there are events without a request' } as const
const everySoMany = 10_000

await runCommand(help, {}, async () => {
  let [requests, events, faults] = [0, 0, 0]
  await withDeskDatabase(async () => {
    for await (const { reference, events: count, fault } of verifiedHistories()) {
      requests += 1
      events += count
      if (fault) {
        faults += 1
        console.log(`✗ ${reference}: ${words[fault.kind].replace('{n}', String(fault.sequence))}`)
      }
      if (requests % everySoMany === 0) console.error(`• ${requests} requests, ${events} events…`)
    }
    await database().$disconnect()
  })
  console.log(faults ? `✗ ${faults} of ${requests} histories are not whole (${events} events).` : `✓ ${requests} histories with ${events} events are whole.`)
  return faults ? 1 : 0
})
