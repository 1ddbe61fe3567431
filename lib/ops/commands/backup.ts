// npm run backup: all data of the desk, into a folder.
import { writeBackup } from '../backup/write'
import { NotUnderstood, runCommand } from '../command-line/command-line'
import { withDeskDatabase } from '../command-line/with-desk-database'

const help = `npm run backup -- --to <folder>

Writes all that the desk holds into a new folder, as it stands at one moment; the desk may run meanwhile. Every table is sealed
under a key that only the desk's own keys open: keep those (DATA_DIR/keys, or MASTER_KEY and AUTH_SECRET) elsewhere, since
whoever has both has everything, and who has lost them has lost the backup.
Exit codes: 0 written, 1 not written, 2 the command was not understood.`

await runCommand(help, { to: { type: 'string' } }, async ({ to }) => {
  if (!to) throw new NotUnderstood()
  const { tables } = await withDeskDatabase(() =>
    writeBackup(process.env.DATABASE_URL ?? '', to, new Date(), (line) =>
      console.error(`• ${line}`),
    ),
  )
  console.log(
    `✓ ${tables.request?.rows ?? 0} requests and all else are in ${to}. Keep the keys apart from it.`,
  )
  return 0
})
