// npm run trials [-- --size 200] [name…]: experiments that break things on purpose; prints one table of what was tried and what broke.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { trials } from './all'
import type { Found } from './trial'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { size: { type: 'string' }, small: { type: 'boolean' } } })
if (!existsSync('.next/BUILD_ID')) {
  console.error('There is no build: run npm start or npm test -- build first.')
  process.exit(2)
}

function tryOne(name: string, size: number): Found {
  const { stdout, stderr } = spawnSync(process.execPath, ['lib/ops/launch.mjs', 'tests/trials/one', name, String(size)], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  const last = stdout.trimEnd().split('\n').at(-1) ?? ''
  return last.startsWith('{') ? (JSON.parse(last) as Found) : { tried: `size ${size}`, broken: [`it did not come to its end: ${stdout.slice(-500)} ${stderr.slice(-1500)}`] }
}

const rows: string[] = []
let failed = 0
for (const { name, what, small, usual } of trials) {
  if ((positionals.length > 0 && !positionals.includes(name)) || (values.small && small === null)) continue
  const began = Date.now()
  const { tried, broken } = tryOne(name, Number(values.size ?? (values.small ? small : usual)))
  console.log(`${broken.length ? '✗' : '✓'} ${name}: ${tried} (${Math.round((Date.now() - began) / 1000)} s)`)
  for (const line of broken.slice(0, 20)) console.log(`    ${line}`)
  if (broken.length) failed += 1
  rows.push(`| ${name} | ${what} | ${tried} | ${broken.length ? `**${broken.length}**` : 'nothing'} |`)
}
console.log(`\n| trial | what | tried | broke |\n|---|---|---|---|\n${rows.join('\n')}`)
mkdirSync('tests/.out', { recursive: true })
writeFileSync('tests/.out/trials.json', JSON.stringify({ passed: rows.length - failed, failed }))
process.exit(failed ? 1 : 0)
