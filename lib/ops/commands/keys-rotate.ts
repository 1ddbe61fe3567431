// npm run keys:rotate: a new master key, and rewraps everything under it, while the desk runs.
import { setTimeout as wait } from 'node:timers/promises'
import { servingEnv } from '@/lib/env'
import { keyRing } from '@/lib/db/key-ring'
import { runCommand } from '../command-line/command-line'
import { beginRotation, endRotation } from '../keys/file'
import { rewrapAll } from '../keys/rewrap'
import { Problem } from '../command-line/problem'
import { withDeskDatabase } from '../command-line/with-desk-database'

const help = `npm run keys:rotate [-- --forget]

Creates a new master key and rewraps everything under it, while the desk is running. If it is
interrupted, run it again to continue. The old keys stay in DATA_DIR/keys/master, because earlier
backups need them; --forget removes them.
With a MASTER_KEY of your own: set the new one, set the old one as MASTER_KEY_OLD, restart all
processes, then run this; afterwards remove MASTER_KEY_OLD.
Exit codes: 0 rotated, 1 not rotated, 2 usage error.`

/** All processes poll the key file every second. */
const keyPollMs = 2500
const maxPasses = 5

await runCommand(help, { forget: { type: 'boolean' } }, async ({ forget }) => {
  const count = await withDeskDatabase(async () => {
    const env = servingEnv()
    const file = env.MASTER_KEY_FILE
    if (file) {
      console.error(
        beginRotation(file)
          ? '• There is a new key.'
          : '• Going on with the rotation that was begun.',
      )
      await wait(keyPollMs)
    }
    const ring = keyRing(env)()
    if (ring.length < 2)
      throw new Problem(
        'There is only one master key: set the old one as MASTER_KEY_OLD beside the new ' +
          'MASTER_KEY.',
      )
    let total = 0
    // Values wrapped by a process that did not know the new key yet are rewrapped in the next pass.
    for (let pass = 1; ; pass++) {
      const done = await rewrapAll(process.env.DATABASE_URL ?? '', ring, (line) =>
        console.error(`• ${line}`),
      )
      total += done
      if (done === 0) break
      if (pass === maxPasses)
        throw new Problem(
          'Values are still being wrapped by an old key: restart all processes, then run ' +
            'this again.',
        )
    }
    if (file) endRotation(file, forget ?? false)
    return total
  })
  console.log(
    `✓ ${count} values are wrapped by the new key${forget ? '; the old ones are forgotten' : ''}.`,
  )
  return 0
})
