// npm run bench [-- --quick] [--folder /var/tmp/bench] [--sizes 10000,100000,1000000]: how fast the built product is on databases of several sizes.
import { mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { database } from '@/lib/db/client'
import { opened } from '../factories/requests'
import { filledDatabase } from './database'
import { type AgainstFloor, measureApi } from './measures/api'
import { type Measured, measurePages } from './measures/pages'
import { serve } from './serve'
import { subjectsOf } from './subjects'
import { builtTree } from './tree'

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, folder: { type: 'string', default: '/var/tmp/bench' }, sizes: { type: 'string' }, only: { type: 'string' } } })
const sizes = (values.sizes ?? (values.quick ? '10000,100000' : '10000,100000,1000000')).split(',').map(Number)
const seconds = values.quick ? 1.5 : 3
const folder = values.folder
mkdirSync(folder, { recursive: true })
const only = values.only ? (what: string) => what.includes(values.only ?? '') : undefined

console.log('• Building a copy of the product with the floor in it…')
const tree = builtTree(folder)

type OfSize = { size: number; events: number; fillSeconds: number; pages: Measured[]; constant: Measured[]; api: AgainstFloor[]; startedIn: number; memory: number }
const found: OfSize[] = []
for (const size of sizes) {
  console.log(`• ${size} requests`)
  const made = await filledDatabase(folder, size, console.log)
  const subjects = await subjectsOf(made.urls.owner)
  const targets = []
  for (let count = 0; count < 10; count += 1) targets.push(await opened({}, new Date()))
  const product = await serve(tree, made.variables)
  const pages = await measurePages(product, subjects, { seconds, plans: true, only })
  const api = only ? [] : await measureApi(product, subjects, targets, seconds)
  const [memory, startedIn] = [product.memory(), product.startedIn]
  await product.stop()
  const floor = await serve(tree, made.variables, { constant: true })
  const constant = await measurePages(floor, subjects, { seconds, plans: false, only: (what) => (only ? only(what) : /first page|^request|status/.test(what)) })
  await floor.stop()
  await database().$disconnect()
  delete (globalThis as { deskDatabase?: unknown }).deskDatabase
  await made.stop()
  found.push({ size, events: made.filled.events, fillSeconds: made.filled.seconds, pages, constant, api, startedIn, memory })
  for (const row of pages) {
    const flat = constant.find(({ what }) => what === row.what)
    console.log(`  ${row.what.padEnd(34)} p95 ${row.p95.toFixed(1).padStart(7)} ms ${row.perSecond.toFixed(0).padStart(6)}/s ${flat ? `${((100 * row.perSecond) / flat.perSecond).toFixed(0)} % of constant` : ''} ${row.statements} statements${row.bad ? ` BAD ${row.bad}` : ''}${row.scans?.length ? ` SCANS ${row.scans.map((scan) => scan.slice(0, 200)).join(' | ')}` : ''}`)
  }
  for (const row of api) console.log(`  ${row.what.padEnd(34)} p95 ${row.p95.toFixed(1).padStart(7)} ms ${row.perSecond.toFixed(0).padStart(6)}/s ${((100 * row.perSecond) / row.floor).toFixed(0)} % of the floor, ${row.statements} statements${row.bad ? ` BAD ${row.bad}` : ''} ${row.scans.join(' | ').slice(0, 300)}`)
  console.log(`  started in ${startedIn.toFixed(0)} ms, memory ${memory.toFixed(0)} MB`)
}
writeFileSync('tests/.out/bench.json', JSON.stringify(found, null, 1))
process.exit(0)
