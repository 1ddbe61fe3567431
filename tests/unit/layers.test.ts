import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'

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

describe('layers', () => {
  afterEach(() => {
    for (const file of [planted, plantedWord]) rmSync(file, { force: true })
  })

  it('are kept', () => {
    const { status, stdout } = cruise()
    expect(stdout).toContain('no dependency violations found')
    expect(status).toBe(0)
  })

  it('are seen to be broken by planted violations', () => {
    writeFileSync(
      planted,
      "import { database } from '@/lib/db/client'\nimport type { FormState } from '@/components/ui/notice'\nexport const broken: [typeof database, FormState?] = [database]\n",
    )
    writeFileSync(plantedWord, "import { done } from '@/lib/result'\nexport const broken = done\n")
    const { status, stdout } = cruise()
    expect(status).not.toBe(0)
    expect(stdout).toContain(`shared-words-import-nothing: ${plantedWord}`)
    for (const rule of [
      'pure-files-import-pure-files',
      'only-writers-and-queries-touch-the-database',
      'lib-imports-neither-app-nor-components',
    ])
      expect(stdout).toContain(`${rule}: ${planted}`)
  })
})
