// npm run migrate: updates tables, queue and the app's privileges without serving.
import { prepareDatabase, openDatabase } from '../start/database'
import { openDataFolder } from '../start/data-folder'
import { operatorEnv } from '../start/operator-env'
import { runCommand } from '../command-line/command-line'

const help = `npm run migrate

Applies the pending migrations, prepares the job queue and grants the app's role its privileges.
npm start does the same; run it separately where web and jobs run on different hosts.
Exit codes: 0 done, 1 not done, 2 usage error.`

await runCommand(help, {}, async () => {
  const env = operatorEnv()
  const database = await openDatabase(env, openDataFolder(env.DATA_DIR))
  try {
    const applied = await prepareDatabase(database.urls, { newerSchema: env.NEWER_SCHEMA })
    console.log(applied.length ? `✓ Applied: ${applied.join(', ')}` : '✓ Up to date.')
    return 0
  } finally {
    await database.stop()
  }
})
