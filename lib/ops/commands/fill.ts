// npm run fill: plausible requests in bulk, to test the desk under load.
import { database } from '@/lib/db/client'
import { fill, refreshStatistics } from '../fill/run'
import { NotUnderstood, runCommand } from '../command-line/command-line'
import { withDeskDatabase } from '../command-line/with-desk-database'

const help = `npm run fill -- --requests <n>

Fills the desk's database with this many fictitious requests over three years, at 300 stores with
2,000 accounts that nobody can sign in with. Their histories are modelled on the demo's requests,
encrypted and searchable like real ones. For trials only; never on a desk that serves customers,
since they cannot be removed.
Exit codes: 0 filled, 1 not filled, 2 usage error.`

const whole = new Intl.NumberFormat('en')

await runCommand(help, { requests: { type: 'string' } }, async ({ requests }) => {
  const count = Number(requests)
  if (!Number.isInteger(count) || count < 1 || count > 10_000_000) throw new NotUnderstood()
  let shown = 0
  const done = await withDeskDatabase(async ({ owner }) => {
    const filled = await fill(count, new Date(), owner, ({ requests, seconds }) => {
      if (seconds - shown < 5) return
      shown = seconds
      console.error(
        `• ${whole.format(requests)} of ${whole.format(count)} ` +
          `(${Math.round((100 * requests) / count)} %), ` +
          `${whole.format(Math.round(requests / seconds))} a second, about ` +
          `${Math.round(((count - requests) * seconds) / requests)} s left`,
      )
    })
    console.error('• Bringing the planner’s figures up to date…')
    await refreshStatistics(owner)
    await database().$disconnect()
    return filled
  })
  console.log(
    `✓ ${whole.format(done.requests)} requests with ${whole.format(done.events)} events in ` +
      `${Math.round(done.seconds)} s.`,
  )
  return 0
})
