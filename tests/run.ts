// npm test: every check but the trials, in an order that finds the cheap faults first. Prints what
// each found, and one line at the end.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { chromiumLaunchOptions } from './browser/chromium'
import { removeScratch, scratchFolder } from './factories/scratch-folder'

const out = 'tests/.out'
type Count = { passed: number; failed: number }

const node = (args: string[], variables: Record<string, string> = {}) =>
  spawnSync(process.execPath, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      NEXT_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
      ...variables,
    },
  }).status === 0

/** A check that is whole or not. */
const plain =
  (...args: string[]) =>
  (): Count =>
    node(args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }

/**
 * A run of many tests, counted by its own report; one that did not come to its report counts as
 * failed.
 */
const counted =
  (report: string, read: (report: never) => Count, ...args: string[]) =>
  (): Count => {
    rmSync(report, { force: true })
    const fine = node(args)
    const count = existsSync(report)
      ? read(JSON.parse(readFileSync(report, 'utf8')) as never)
      : { passed: 0, failed: 0 }
    return fine || count.failed > 0 ? count : { ...count, failed: 1 }
  }

const vitest = (project: string) =>
  counted(
    `${out}/${project}.json`,
    (report: { numPassedTests: number; numFailedTests: number }) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
    }),
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${out}/${project}.json`,
  )

const checks: [string, () => Count | Promise<Count>][] = [
  ['types', plain('node_modules/typescript/bin/tsc', '--noEmit')],
  [
    'lint',
    plain(
      'node_modules/@biomejs/biome/bin/biome',
      // Lint and format together.
      'ci',
      '--error-on-warnings',
      '--config-path=tests/code-style.json',
      'app',
      'components',
      'lib',
      'tests',
      'prisma',
      'proxy.ts',
      'next.config.js',
    ),
  ],
  ['unit', vitest('unit')],
  ['integration', vitest('integration')],
  ['build', plain('lib/ops/launch.mjs', 'lib/ops/commands/build')],
  ['start', vitest('start')],
  [
    'trials',
    counted(
      `${out}/trials.json`,
      (report: Count) => report,
      'lib/ops/launch.mjs',
      'tests/trials/run',
      '--small',
    ),
  ],
  [
    'browser',
    counted(
      `${out}/browser.json`,
      (report: {
        stats: { expected: number; unexpected: number; flaky: number; skipped: number }
      }) => ({
        passed: report.stats.expected,
        failed: report.stats.unexpected + report.stats.flaky + report.stats.skipped,
      }),
      'node_modules/@playwright/test/cli.js',
      'test',
      '--config',
      'tests/playwright.config.ts',
    ),
  ],
]

/** Makes the desk that tests begin with a copy of; gives what removes it. */
function prepareDesk(): () => void {
  const folder = scratchFolder('prepared')
  if (
    node(['lib/ops/launch.mjs', 'tests/factories/prepare-desk'], {
      DATA_DIR: folder,
      DATABASE_URL: '',
      NODE_ENV: 'production',
    })
  )
    process.env.DESK_PREPARED = folder
  return () => removeScratch(folder)
}

mkdirSync(out, { recursive: true })
const asked = process.argv.slice(2)
const total: Count = { passed: 0, failed: 0 }
const broken: string[] = []
// With the trials the whole would take longer than anyone waits for before a commit.
const isToRun = (name: string) => (asked.length === 0 ? name !== 'trials' : asked.includes(name))
if (isToRun('browser')) await chromiumLaunchOptions()
const removePrepared = ['start', 'trials', 'browser'].some(isToRun) ? prepareDesk() : () => {}
for (const [name, check] of checks.filter(([name]) => isToRun(name))) {
  const began = Date.now()
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`)
  const { passed, failed } = await check()
  console.log(
    `   ${name}: ${passed} passed, ${failed} failed, ${Math.round((Date.now() - began) / 1000)} s`,
  )
  total.passed += passed
  total.failed += failed
  if (failed) broken.push(name)
}
removePrepared()
if (broken.length) console.log(`\nFailed in: ${broken.join(', ')}`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)
