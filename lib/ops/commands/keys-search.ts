// npm run keys:search: a new key for the search hashes, while the desk is stopped.
import { replaceSearchKey } from '@/lib/writer'
import { database } from '@/lib/db/client'
import { runCommand } from '../command-line/command-line'
import { asked } from '../database/roles'
import { Problem } from '../command-line/problem'
import { withDeskDatabase } from '../command-line/with-desk-database'

const help = `npm run keys:search

Replaces the key of the search hashes, in case it was compromised. The desk must be stopped
meanwhile. If it is interrupted, run it again to continue; until then the desk does not start.
Exit codes: 0 replaced, 1 not replaced, 2 usage error.`

// The jobs process listens permanently: while its role is connected, a desk is running.
const running = () =>
  asked(
    process.env.DIRECT_DATABASE_URL ?? '',
    `select count(*)::int as count from pg_stat_activity where usename = current_user
      and datname = current_database() and pid <> pg_backend_pid()`,
    ({ count }) => Number(count) > 0,
  )

await runCommand(help, {}, async () => {
  const count = await withDeskDatabase(async () => {
    if (await running())
      throw new Problem('The desk is running: stop all of its processes, then run this again.')
    const found = await replaceSearchKey((requests) => console.error(`• ${requests} requests…`))
    await database().$disconnect()
    return found
  })
  console.log(`✓ ${count} requests are found by a new key. Start with npm start.`)
  return 0
})
