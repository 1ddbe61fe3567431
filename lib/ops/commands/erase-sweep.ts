// npm run erase:sweep: rewrites the tables whose old pages may still contain erased data.
import { runCommand } from '../command-line/command-line'
import { withDeskDatabase } from '../command-line/with-desk-database'
import { sweepErased } from '../database/sweep'

const help = `npm run erase:sweep

PostgreSQL leaves deleted rows in its files until it overwrites their pages. This rewrites the
tables of keys, drafts and hashes, so that no page contains erased data, and requests a checkpoint.
Each table is locked meanwhile: run it outside opening hours. The write-ahead log, and any archive
of it, keeps the earlier data until its files are recycled.
Exit codes: 0 swept, 1 not swept, 2 usage error.`

await runCommand(help, {}, async () => {
  const { tables, checkpoint } = await withDeskDatabase(({ owner }) => sweepErased(owner))
  console.log(`✓ Written anew: ${tables.join(', ')}.`)
  if (!checkpoint)
    console.log(
      '• The role may not ask for a checkpoint: the server makes one by itself within minutes.',
    )
  return 0
})
