import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { operatorSchema } from '@/lib/env'

const namesIn = (file: string, pattern: RegExp) =>
  [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name]) => name ?? '').sort()
const settings = Object.keys(operatorSchema.shape).sort()

it('.env.example names each setting of an operator, and no other', () => {
  expect(namesIn('.env.example', /^# ([A-Z][A-Z_]+)=/gm)).toEqual(settings)
})

it('the README explains each setting of an operator', () => {
  const table = readFileSync('README.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  const explained = table.flatMap((line) => line.split('|')[1]?.match(/[A-Z][A-Z_]+/g) ?? [])
  expect(settings.filter((name) => !explained.includes(name))).toEqual([])
})
