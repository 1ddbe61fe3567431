// npm run bench [-- --quick] [--folder /var/tmp/bench] [--sizes 10000,100000,1000000] [--only word]: how fast the built product is on databases of several sizes.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { writeReport } from './report'
import { builtTree } from './tree'

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, folder: { type: 'string', default: '/var/tmp/bench' }, sizes: { type: 'string' }, only: { type: 'string', default: '' } } })
const sizes = (values.sizes ?? (values.quick ? '10000,100000' : '10000,100000,1000000')).split(',').map(Number)
mkdirSync(values.folder, { recursive: true })

console.log('• Building a copy of the product with the floor in it…')
const tree = builtTree(values.folder)
for (const size of sizes) {
  const thorough = !values.quick ? 'whole' : size === sizes.at(-1) ? 'quick' : 'glance'
  console.log(`• ${size} requests`)
  const { status } = spawnSync(process.execPath, ['lib/ops/launch.mjs', 'tests/bench/size', values.folder, tree, String(size), thorough, values.only], { stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}
if (!values.only) writeReport(values.folder, sizes, values.quick ?? false)
process.exit(0)
