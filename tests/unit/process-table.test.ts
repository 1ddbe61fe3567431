import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { demandNames, moves, ruleOf } from '@/lib/cancellation/rules/workflow'

const page = readFileSync('docs/process.md', 'utf8')
const rowsUnder = (header: string) =>
  (page.split(header)[1] ?? '')
    .split('\n\n')[0]
    ?.split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('|---')) ?? []

const printed = moves.map((move) => {
  const { from, to, who, customerOnline, demands } = ruleOf(move)
  const states = from.map((state) => state ?? '–').join(', ')
  const people = [...who, ...(customerOnline ? ['customer (online)'] : [])].join(', ')
  return (
    `| ${move} | ${states} → ${to === 'same' ? 'the same' : to} | ${people} | ` +
    `${demands.join(', ')} |`
  )
})

describe('docs/process.md', () => {
  it('has the workflow row for row', () => {
    expect(rowsUnder('| move | from → to | who | demands |\n')).toEqual(printed)
  })

  it('explains each demand, in the order of the code', () => {
    const named = rowsUnder('| demand | met when |\n').map((row) => row.split('|')[1]?.trim())
    expect(named).toEqual([...demandNames])
  })
})
