import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import domainOrder from '../domain-order.cjs'

const cruise = () =>
  spawnSync(
    process.execPath,
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      'tests/layers.cjs',
      'app',
      'components',
      'lib',
      'tests',
    ],
    { encoding: 'utf8' },
  )
const planted = 'lib/cancellation/rules/planted-violation.ts'
const plantedWord = 'lib/domain/planted-violation.ts'
const plantedCaller = 'lib/reports/planted-violation.ts'
const plantedUpward = 'lib/guide/planted-violation.ts'
const plantedSideways = 'lib/notices/planted-violation.ts'

// Each reads every file of the desk.
describe('layers', { timeout: 120_000 }, () => {
  afterEach(() => {
    for (const file of [planted, plantedWord, plantedCaller, plantedUpward, plantedSideways])
      rmSync(file, { force: true })
  })

  it('are kept', () => {
    const { status, stdout } = cruise()
    expect(stdout).toContain('no dependency violations found')
    expect(status).toBe(0)
  })

  it('name every folder of lib, once', () => {
    const folders = readdirSync('lib', { withFileTypes: true }).filter((one) => one.isDirectory())
    const named = (domainOrder as string[][]).flat().sort()
    expect(named).toEqual(folders.map(({ name }) => name).sort())
  })

  it('are seen to be broken by planted violations', () => {
    writeFileSync(
      planted,
      "import { database } from '@/lib/db/client'\nimport type { FormState } from '@/components/ui/notice'\nexport const broken: [typeof database, FormState?] = [database]\n",
    )
    writeFileSync(plantedWord, "import { done } from '@/lib/result'\nexport const broken = done\n")
    writeFileSync(
      plantedCaller,
      "import { makeMove } from '@/lib/cancellation/commands/make-move'\nimport { noteStep } from '@/lib/writer'\nexport const broken = [makeMove, noteStep]\n",
    )
    writeFileSync(
      plantedUpward,
      "import { type State, states } from '@/lib/cancellation/rules/workflow'\nexport const broken: readonly State[] = states\n",
    )
    writeFileSync(
      plantedSideways,
      "import { monthOf } from '@/lib/reports/months'\nexport const broken = monthOf\n",
    )
    const { status, stdout } = cruise()
    expect(status).not.toBe(0)
    for (const file of [plantedUpward, plantedSideways])
      expect(stdout).toContain(`domains-import-those-above-them: ${file}`)
    for (const rule of [
      'requests-are-written-through-lib-writer',
      'no-domain-calls-anothers-writer',
    ])
      expect(stdout).toContain(`${rule}: ${plantedCaller}`)
    expect(stdout).toContain(`shared-words-import-nothing: ${plantedWord}`)
    for (const rule of [
      'pure-files-import-pure-files',
      'only-writers-and-queries-touch-the-database',
      'lib-imports-neither-app-nor-components',
    ])
      expect(stdout).toContain(`${rule}: ${planted}`)
  })
})
