// npm run erase:sweep: rewrites the tables whose old pages may still contain erased data.
import { runCommand } from '../command-line/command-line'
import { withDeskDatabase } from '../command-line/with-desk-database'
import { sweepErased } from '../database/sweep'

const help = `npm run erase:sweep

PostgreSQL leaves deleted rows in the pages of its files until it writes over them. This writes anew
the tables of keys, drafts and hashes, so that what was erased stands in none of their pages, and
asks for a checkpoint. Each table is locked while it is written: run it when the shops are closed.
The server's write-ahead log keeps what was written before until it recycles those files, and so
does an archive of it.
Exit codes: 0 swept, 1 not swept, 2 the command was not understood.`

await runCommand(help, {}, async () => {
  const { tables, checkpoint } = await withDeskDatabase(({ owner }) => sweepErased(owner))
  console.log(`✓ Written anew: ${tables.join(', ')}.`)
  if (!checkpoint)
    console.log(
      '• The role may not ask for a checkpoint: the server makes one by itself within minutes.',
    )
  return 0
})
