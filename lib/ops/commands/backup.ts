// npm run backup: all data of the desk, into a folder.
import { noteBackup } from '@/lib/overview/commands'
import { writeBackup } from '../backup/write'
import { NotUnderstood, runCommand } from '../command-line/command-line'
import { withDeskDatabase } from '../command-line/with-desk-database'

const help = `npm run backup -- --to <folder>

Writes a consistent snapshot of the desk's data into a new folder; the desk may keep running. Every
table is encrypted under a key that only the desk's own keys can unwrap. Keep those (DATA_DIR/keys,
or MASTER_KEY and AUTH_SECRET) elsewhere: whoever has both can read everything, and without them
the backup is lost.
Exit codes: 0 written, 1 not written, 2 usage error.`

await runCommand(help, { to: { type: 'string' } }, async ({ to }) => {
  if (!to) throw new NotUnderstood()
  const { tables } = await withDeskDatabase(async () => {
    const now = new Date()
    const written = await writeBackup(process.env.DATABASE_URL ?? '', to, now, (line) =>
      console.error(`• ${line}`),
    )
    await noteBackup(now)
    return written
  })
  console.log(
    `✓ ${tables.request?.rows ?? 0} requests and all else are in ${to}. Keep the keys apart ` +
      'from it.',
  )
  return 0
})
