// npm run trials [-- --size 200] [name…]: experiments that break things on purpose; prints one
// table of what was tried and what broke.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { trials } from './all'
import { type Found, each } from './trial'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string' }, small: { type: 'boolean' } },
})
if (!existsSync('.next/BUILD_ID')) {
  console.error('There is no build: run npm start or npm test -- build first.')
  process.exit(2)
}

async function tryOne(name: string, size: number): Promise<Found> {
  const child = spawn(
    process.execPath,
    ['lib/ops/launch.mjs', 'tests/trials/one', name, String(size)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (part: Buffer) => {
    stdout += part.toString()
  })
  child.stderr.on('data', (part: Buffer) => {
    stderr += part.toString()
  })
  await new Promise((resolve) => child.once('close', resolve))
  const last = stdout.trimEnd().split('\n').at(-1) ?? ''
  return last.startsWith('{')
    ? (JSON.parse(last) as Found)
    : {
        tried: `size ${size}`,
        broken: [`it did not come to its end: ${stdout.slice(-500)} ${stderr.slice(-1500)}`],
      }
}

const rows: string[] = []
let failed = 0
const chosen = trials.filter(
  ({ name, small }) =>
    (positionals.length === 0 || positionals.includes(name)) && !(values.small && small === null),
)
// Small ones stand beside each other, one for each of two cores; at full size each has the machine
// to itself.
await each(chosen.length, values.small ? 2 : 1, async (place) => {
  const trial = chosen[place]
  if (!trial) return
  const { name, what, small, usual } = trial
  const began = Date.now()
  const { tried, broken } = await tryOne(
    name,
    Number(values.size ?? (values.small ? small : usual)),
  )
  console.log(
    `${broken.length ? '✗' : '✓'} ${name}: ${tried} (${Math.round((Date.now() - began) / 1000)} s)`,
  )
  for (const line of broken.slice(0, 20)) console.log(`    ${line}`)
  if (broken.length) failed += 1
  rows.push(
    `| ${name} | ${what} | ${tried} | ${broken.length ? `**${broken.length}**` : 'nothing'} |`,
  )
})
console.log(`\n| trial | what | tried | broke |\n|---|---|---|---|\n${rows.join('\n')}`)
mkdirSync('tests/.out', { recursive: true })
writeFileSync('tests/.out/trials.json', JSON.stringify({ passed: rows.length - failed, failed }))
process.exit(failed ? 1 : 0)
