// What the bench measures at one size by itself, in a process of its own: folder, tree, size, how
// thoroughly, and what is measured (all, or one part). Writes <folder>/<size>.json.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { database } from '@/lib/db/client'
import { withClient } from '@/lib/ops/database/roles'
import { filledDatabase } from './database'
import { measureApi } from './measures/api'
import { measureBulk } from './measures/bulk'
import { measureClerks } from './measures/clerks'
import { measureCounter } from './measures/counter'
import { measureExport } from './measures/export'
import { measureGuide, placeFile } from './measures/guide'
import { measureLive } from './measures/live'
import { measureOtherPages } from './measures/other-pages'
import { measureScrolling } from './measures/scrolling'
import type { Effort } from './load'
import { type Served, serve } from './serve'
import { serveBare } from './serve-bare'
import { statementLog } from './statement-log'
import { type Subject, freshRequest, subjectsOf } from './subjects'

const [folder = '', tree = '', size = '', thorough = '', word = ''] = process.argv.slice(2)
const whole = thorough === 'whole' || thorough === 'smaller'
const effort: Effort = whole ? { seconds: 3, least: 60 } : { seconds: 1, least: 20, warm: 0.5 }
/** A call and its floor are measured by turns, so that what the machine does beside tells less. */
const inRounds: Effort = whole ? { seconds: 1, least: 30, warm: 0.5, rounds: 3 } : effort
const many = whole
  ? { clicks: 20, bulk: 10_000, streams: 2000 }
  : { clicks: 8, bulk: 400, streams: 500 }
/**
 * What the size of the database changes little is measured at the largest alone, where it has to go
 * quickly.
 */
const largestAlone = ['clerks', 'counter', 'rest', 'live', 'guide']
/** Nor anywhere else what knows nothing of the size at all. */
const ofNoSize = ['live', 'guide']
const left = thorough === 'glance' ? largestAlone : thorough === 'smaller' ? ofNoSize : []
const wanted = (what: string) => (word === '' ? !left.includes(what) : word === what)
const began = performance.now()
const tell = (what: string) =>
  console.log(`  ${what}, after ${Math.round((performance.now() - began) / 1000)} s`)

const made = await filledDatabase(folder, Number(size), console.log)
await withClient(made.urls.owner, async (client) => {
  const { fsync } = (await client.query('show fsync')).rows[0] as { fsync: string }
  if (fsync !== 'on') throw new Error('fsync is off: what is measured would be another server')
})
// The floor writes one request's sealed values to others: what it has written can be opened no
// more, and goes.
const tidy = () =>
  withClient(made.urls.owner, (client) =>
    client.query(
      `delete from request r where exists (select from request_event e where e.request_id = r.id
        and e.sequence > 1000000)`,
    ),
  )
await tidy()
const subjects = await subjectsOf(made.urls.owner)
const targets: Subject[] = []
for (let count = 0; count < 20; count += 1) targets.push(await freshRequest())
await database().$disconnect()

async function withProduct<T>(measure: (served: Served) => Promise<T>): Promise<T> {
  const served = await serve(tree, made.variables)
  return measure(served).finally(() => served.stop())
}

async function besideBare() {
  const bare = await serveBare(made.variables.DATABASE_URL ?? '')
  return measureApi(
    product,
    bare,
    log,
    subjects,
    targets.slice(0, 10),
    targets.slice(10),
    inRounds,
  ).finally(() => bare.stop())
}

const log = statementLog(made.server)
const product = await serve(tree, made.variables)
const api = wanted('api') ? await besideBare() : []
await tidy()
const atOnce = wanted('clerks')
  ? await measureClerks(product, subjects, made.urls.owner, effort.seconds)
  : null
tell('API and clerks')
const counter = wanted('counter') ? await measureCounter(product, subjects, many.clicks) : null
const scrolling = wanted('counter') ? await measureScrolling(product, subjects) : []
tell('counter')
const others = wanted('others')
  ? await measureOtherPages(product, log, subjects, made.urls.owner)
  : []
await log.end()
tell('other pages')
const rest = wanted('rest')
  ? {
      exported: await measureExport(product, subjects, made.urls.owner),
      bulk: await measureBulk(product, subjects, made.urls.owner, many.bulk),
    }
  : null
console.log(JSON.stringify({ ...rest, counter, scrolling, atOnce, others }))
tell('long work')
const memory = product.memory()
const bytes = await placeFile(product, tree)
await product.stop()

// In a process of its own: what two thousand lines weigh is told from what the load has left.
const live = wanted('live')
  ? await withProduct((fresh) => measureLive(fresh, subjects, made.urls.jobs, many.streams))
  : null
const guide = wanted('guide')
  ? await withProduct((fresh) => measureGuide(fresh, bytes, effort))
  : null
console.log(JSON.stringify({ live, guide }))
tell('live updates and guide')

await made.stop()

for (const row of api)
  console.log(
    `  ${row.what.padEnd(26)} p95 ${row.p95.toFixed(1).padStart(7)} ms ` +
      `${row.perSecond.toFixed(0).padStart(5)}/s ` +
      `${row.floor ? `${((100 * row.perSecond) / row.floor).toFixed(0)} %` : '–'} of the floor ` +
      `(bare ${row.bare.toFixed(0)}/s), ${row.statements} ` +
      `statements${row.bad ? ` BAD ${row.bad}` : ''}${row.scans.map((scan) => `\n      scans ${scan.slice(0, 400)}`).join('')}`,
  )
console.log(`  started in ${product.startedIn.toFixed(0)} ms, memory ${memory.toFixed(0)} MB`)
writeFileSync(
  join(folder, `${size}.json`),
  JSON.stringify(
    {
      size: Number(size),
      filled: made.filled,
      api,
      startedIn: product.startedIn,
      memory,
      rest,
      counter,
      scrolling,
      atOnce,
      others,
      live,
      guide,
    },
    null,
    1,
  ),
)
process.exit(0)
