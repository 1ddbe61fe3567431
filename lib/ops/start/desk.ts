import { applyErasures } from '../ledgers/erasures'
import { operatorEnv } from './operator-env'
import { lockDataFolder, openDataFolder } from './data-folder'
import { openDatabase, prepareDatabase } from './database'
import { requireFittingMasterKey } from '../keys/require-fitting'
import { requireFreePort } from './port'
import { type Child, keepRunning } from './child'
import { buildWhenStale } from './build'
import { servingVariables } from './serving-variables'
import { seedWhenEmpty } from './seed'
import { stopOnSignal } from './stop-on-signal'
import { waitUntilServing } from './health'
import { jobsArguments, webArguments } from './part-arguments'

const report = (line: string) => console.log(`• ${line}`)

/** Runs the stages of `npm start` in order; if one fails, everything started before is stopped. */
export async function startDesk({ dev }: { dev: boolean }) {
  const env = operatorEnv()
  const deskData = openDataFolder(env.DATA_DIR)
  await requireFreePort(env.PORT, env.HOST)
  const stops: (() => Promise<void> | void)[] = [lockDataFolder(deskData)]
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
  }
  stopOnSignal(stopAll)
  try {
    report(env.DATABASE_URL ? 'Reaching the database…' : 'Starting the embedded PostgreSQL…')
    const database = await openDatabase(env, deskData)
    stops.push(database.stop)

    const applied = await prepareDatabase(database.urls, { newerSchema: env.NEWER_SCHEMA })
    if (applied.length)
      report(`Applied ${applied.length} migration${applied.length === 1 ? '' : 's'}.`)

    const variables = servingVariables(env, deskData, database)
    Object.assign(process.env, variables)
    await requireFittingMasterKey(database.urls.app, variables)
    const demo = await seedWhenEmpty({
      withDemo: database.embedded && env.DEMO,
      deskData,
      demoPassword: env.DEMO_PASSWORD,
      say: report,
    })
    const again = await applyErasures(variables.ERASURES_FILE ?? '', new Date())
    if (again)
      report(
        `Erased again ${again} request${again === 1 ? '' : 's'} that the database still held: ` +
          'it was restored from before.',
      )
    if (!dev) await buildWhenStale(report)

    let serving = false
    const keep = (name: string, args: string[]): Child =>
      keepRunning(name, args, variables, () => serving, stopAll)
    stops.push(keep('web', dev ? ['lib/ops/web/server.mjs', '--dev'] : webArguments).stop)
    stops.push(keep('jobs', jobsArguments).stop)
    await waitUntilServing(env.PORT, env.HOST)
    serving = true
    announce(variables.BASE_URL, demo, database.embedded)
  } catch (error) {
    await stopAll()
    throw error
  }
}

function announce(
  address: string,
  demo: { password: string; file: string; made: boolean } | null,
  embedded: boolean,
) {
  const password =
    demo &&
    (demo.made
      ? `password: ${demo.password} (kept in ${demo.file})`
      : `their password is in ${demo.file}, or what DEMO_PASSWORD was at the first start`)
  const signIn = demo
    ? `Sign in as staff@example.test, reviewer@example.test or admin@example.test; ${password}.`
    : 'Sign in with an account made by: npm run account:create'
  console.log(`\n✓ Cancellation Desk 销户服务台: ${address}\n  ${signIn}`)
  if (embedded) console.log('  Stop with Ctrl-C.')
}
