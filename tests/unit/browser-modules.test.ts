import { readFileSync, readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as constants from '@/lib/browser/next-constants'

const next = 'node_modules/next/dist'

it("what Next's pages read of its constants is what they get from ours", () => {
  const sources = readdirSync(`${next}/client/components`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(`${next}/client/components/${file}`, 'utf8'))
    .filter((source) => source.includes('lib/constants")'))
  const read = new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/_constants\.(\w+)/g)].map(([, name = '']) => name),
    ),
  )
  expect([...read].sort()).toEqual(Object.keys(constants).sort())
  for (const [name, value] of Object.entries(constants))
    expect(readFileSync(`${next}/lib/constants.js`, 'utf8')).toContain(`const ${name} = '${value}'`)
})
