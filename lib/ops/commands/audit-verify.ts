// npm run audit:verify: whether every request's history is complete and unchanged.
import { verifiedHistories } from '@/lib/cancellation/queries/verified'
import { verifiedAudit } from '@/lib/db/audit-chain/queries'
import { headOf } from '@/lib/cancellation/queries/head'
import { database } from '@/lib/db/client'
import { runCommand } from '../command-line/command-line'
import { headsIn } from '../ledgers/heads'
import { withDeskDatabase } from '../command-line/with-desk-database'

const help = `npm run audit:verify

Verifies the history of every request: no event is missing, each contains the hash of its
predecessor and of itself, the request's row matches its events, and the heads recorded each day
(DATA_DIR/heads) still match, which reveals a request that was removed entirely. Verifies the audit
in the same way. Read-only; also works while the desk is running. Histories still verify after
their keys were destroyed.
Exit codes: 0 all correct, 1 faults found, 2 usage error.`

const words = {
  gap: 'event {n} is missing',
  link: 'event {n} was changed',
  row: 'the row is not what its events say',
  no_row: 'there are events without a request',
} as const
const auditWords = {
  changed: 'entry {n} was changed, or the one before it',
  missing: 'entry {n} is missing',
  earlier: 'the entries from before it was chained, or entry {n}, were changed',
  head: 'the head that was written of entry {n} is another one now: it was changed or cut off',
} as const
const progressInterval = 10_000

await runCommand(help, {}, async () => {
  let [requests, events, faults, audited] = [0, 0, 0, 0]
  const changedHeads: string[] = []
  await withDeskDatabase(async () => {
    for await (const { reference, events: count, fault } of verifiedHistories()) {
      requests += 1
      events += count
      if (fault) {
        faults += 1
        console.log(`✗ ${reference}: ${words[fault.kind].replace('{n}', String(fault.sequence))}`)
      }
      if (requests % progressInterval === 0)
        console.error(`• ${requests} requests, ${events} events…`)
    }
    for (const head of headsIn(process.env.HEADS_FILE ?? '')) {
      const now = await headOf(new Date(head.upTo))
      if (now.hash !== head.hash)
        changedHeads.push(
          `✗ the head of ${head.upTo} is another one now: ${head.requests} requests and ` +
            `${head.events} events then, ${now.requests} and ${now.events} now`,
        )
    }
    const written = headsIn(process.env.HEADS_FILE ?? '').flatMap(({ audit }) => audit ?? [])
    const { entries, faults: found } = await verifiedAudit(written)
    audited = entries
    for (const { kind, sequence } of found) {
      changedHeads.push(`✗ the audit: ${auditWords[kind].replace('{n}', String(sequence))}`)
    }
    await database().$disconnect()
  })
  for (const line of changedHeads) console.log(line)
  faults += changedHeads.length
  console.log(
    faults
      ? `✗ ${faults} found in ${requests} histories (${events} events).`
      : `✓ ${requests} histories with ${events} events are whole, and the audit with ${audited} ` +
          'entries.',
  )
  return faults ? 1 : 0
})
