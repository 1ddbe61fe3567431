// npm run bench [-- --quick] [--folder /var/tmp/bench] [--sizes 10000,100000,1000000] [--only
// part]: how fast the built product is on databases of several sizes; `pages`, `facts`: those of
// the smallest and the largest alone, in turns.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { factsInTurns } from './facts-in-turns'
import { pagesInTurns } from './pages-in-turns'
import { writeReport } from './report'
import { builtTree } from './tree'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    folder: { type: 'string', default: '/var/tmp/bench' },
    sizes: { type: 'string' },
    only: { type: 'string', default: '' },
  },
})
const sizes = (values.sizes ?? (values.quick ? '10000,100000' : '10000,100000,1000000'))
  .split(',')
  .map(Number)
mkdirSync(values.folder, { recursive: true })

console.log('• Building a copy of the product with the floor in it…')
const tree = builtTree(values.folder)
const [first = 0, last = 0] = [sizes[0], sizes.at(-1)]
const inTurns = ['pages', 'facts'].includes(values.only)
for (const size of inTurns ? [] : sizes) {
  const thorough = !values.quick
    ? size === last
      ? 'whole'
      : 'smaller'
    : size === last
      ? 'quick'
      : 'glance'
  console.log(`• ${size} requests`)
  const { status } = spawnSync(
    process.execPath,
    [
      'lib/ops/launch.mjs',
      'tests/bench/size',
      values.folder,
      tree,
      String(size),
      thorough,
      values.only,
    ],
    { stdio: 'inherit' },
  )
  if (status !== 0) process.exit(1)
}
const keep = (name: string, found: object) =>
  writeFileSync(join(values.folder, `${name}.json`), JSON.stringify(found, null, 1))
if (!values.only || values.only === 'pages') {
  console.log(`• Pages at ${first} and ${last} requests, in turns`)
  keep('pages', await pagesInTurns(values.folder, tree, [first, last], values.quick ?? false))
}
if (values.only === 'facts' || (!values.only && !values.quick)) {
  console.log(`• Facts at ${first} and ${last} requests, in turns`)
  keep('facts', await factsInTurns(values.folder, tree, [first, last]))
}
if (!values.only) writeReport(values.folder, sizes, values.quick ?? false)
process.exit(0)
