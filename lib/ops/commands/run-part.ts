// npm run web, npm run jobs: one part of the desk alone, on the operator's own database.
import { runCommand } from '../command-line/command-line'
import { Problem } from '../command-line/problem'
import { requireFittingMasterKey } from '../keys/require-fitting'
import { buildWhenStale } from '../start/build'
import { keepRunning } from '../start/child'
import { openDataFolder } from '../start/data-folder'
import { openDatabase } from '../start/database'
import { operatorEnv } from '../start/operator-env'
import { servingVariables } from '../start/serving-variables'
import { stopOnSignal } from '../start/stop-on-signal'
import { jobsArguments, webArguments } from '../start/part-arguments'

const part = process.argv.splice(2, 1)[0] === 'jobs' ? 'jobs' : 'web'
const help = `npm run ${part}

Runs the ${part} process alone, for desks whose parts run on different hosts. Requires DATABASE_URL
with its related settings, and a database migrated by npm run migrate. A process that exits is
restarted; SIGTERM stops it in order.
Exit codes: 0 stopped, 1 not started, 2 usage error.`

await runCommand(help, {}, async () => {
  const env = operatorEnv()
  if (!env.DATABASE_URL) {
    throw new Problem(
      'DATABASE_URL is not set: npm start brings the embedded database, web and jobs.',
    )
  }
  const deskData = openDataFolder(env.DATA_DIR)
  const database = await openDatabase(env, deskData)
  const variables = servingVariables(env, deskData, database)
  Object.assign(process.env, variables)
  await requireFittingMasterKey(database.urls.app, variables)
  if (part === 'web') await buildWhenStale((line) => console.log(`• ${line}`))
  const args = part === 'web' ? webArguments : jobsArguments
  const child = keepRunning(
    part,
    args,
    variables,
    () => true,
    async () => {},
  )
  stopOnSignal(child.stop)
  return new Promise<never>(() => {})
})
