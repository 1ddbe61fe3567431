// npm run restore: restores a backup into an empty desk.
import { database } from '@/lib/db/client'
import { queueAgain } from '../backup/queue-again'
import { checkedManifest, readBackup } from '../backup/read'
import { applyErasures } from '../ledgers/erasures'
import { NotUnderstood, runCommand } from '../command-line/command-line'
import { withDeskDatabase } from '../command-line/with-desk-database'

const help = `npm run restore -- --from <folder> [--erasures <file>]

Restores a backup into an empty desk: a new DATA_DIR with the old one's keys folder, or an empty
database of your own with the old MASTER_KEY and AUTH_SECRET; and with the old one's list of
erasures (DATA_DIR/erasures, or --erasures <file>): whatever was erased after the backup is erased
again. All or nothing is written. Pending notices are queued again.
Exit codes: 0 restored, 1 not restored, 2 usage error.`

await runCommand(
  help,
  { from: { type: 'string' }, erasures: { type: 'string' } },
  async ({ from, erasures }) => {
    if (!from) throw new NotUnderstood()
    const manifest = checkedManifest(from)
    await withDeskDatabase(async () => {
      await readBackup(process.env.DATABASE_URL ?? '', from, manifest, (line) =>
        console.error(`• ${line}`),
      )
      await queueAgain()
      const again = await applyErasures(erasures ?? process.env.ERASURES_FILE ?? '', new Date())
      if (again) console.error(`• erased again: ${again}`)
      await database().$disconnect()
    })
    console.log(
      `✓ Restored as of ${manifest.madeAt}: ${manifest.tables.request?.rows ?? 0} requests. ` +
        'Start with npm start.',
    )
    return 0
  },
)
