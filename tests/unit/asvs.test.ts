import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

// The requirements of levels 1 and 2 of OWASP ASVS 5.0.0, by section: numbers, which are facts.
const standard = `
1.1:1-2 1.2:1-9 1.3:1-11 1.4:1-3 1.5:1-2 2.1:1-3 2.2:1-3 2.3:1-4 2.4:1 3.2:1-2 3.3:1-4
3.4:1-6 3.5:1-5 3.7:1-2 4.1:1-3 4.2:1 4.3:1-2 4.4:1-4 5.1:1 5.2:1-3 5.3:1-2 5.4:1-3 6.1:1-3
6.2:1-12 6.3:1-4 6.4:1-4 6.5:1-5 6.6:1-3 6.8:1-4 7.1:1-3 7.2:1-4 7.3:1-2 7.4:1-5 7.5:1-2
7.6:1-2 8.1:1-2 8.2:1-3 8.3:1 8.4:1 9.1:1-3 9.2:1-4 10.1:1-2 10.2:1-2 10.3:1-4 10.4:1-11
10.5:1-5 10.6:1-2 10.7:1-3 11.1:1-2 11.2:1-3 11.3:1-3 11.4:1-4 11.5:1 11.6:1 12.1:1-3
12.2:1-2 12.3:1-4 13.1:1 13.2:1-5 13.3:1-2 13.4:1-5 14.1:1-2 14.2:1-4 14.3:1-3 15.1:1-3
15.2:1-3 15.3:1-7 16.1:1 16.2:1-5 16.3:1-4 16.4:1-3 16.5:1-3 17.1:1 17.2:1-4 17.3:1-2
`
const wanted = standard
  .trim()
  .split(/\s+/)
  .flatMap((entry) => {
    const [section = '', ranges = ''] = entry.split(':')
    return ranges.split(',').flatMap((range) => {
      const [first = 0, last = first] = range.split('-').map(Number)
      return Array.from({ length: last - first + 1 }, (_, turn) => `${section}.${first + turn}`)
    })
  })

const page = readFileSync('docs/asvs.md', 'utf8')
const rows = [...page.matchAll(/^\| (\d+\.\d+\.\d+) \| (.+?) \| ([a-z. ]+) \| (.+) \|$/gm)].map(
  ([, number = '', , verdict = '', how = '']) => ({ number, verdict, how }),
)
const verdicts = ['test', 'read', 'partly', 'not met', 'not shown', 'n.a.']
const file = /`([\w@()[\]/.-]+\.(?:tsx?|mjs|md))`/g
const named = (how: string) => [...how.matchAll(file)].map(([, path = '']) => path)

it('has one row for each requirement of levels 1 and 2', () => {
  expect(rows.map(({ number }) => number)).toEqual(wanted)
  expect(wanted).toHaveLength(253)
})

it('gives each requirement a verdict and counts them correctly at the top', () => {
  for (const { number, verdict } of rows) expect(verdicts, number).toContain(verdict)
  for (const verdict of verdicts) {
    const line = `^\\| ${verdict.replace('.', '\\.')} \\| (\\d+) \\|`
    const counted = new RegExp(line, 'm').exec(page)?.[1]
    const found = rows.filter((row) => row.verdict === verdict).length
    expect([verdict, Number(counted)]).toEqual([verdict, found])
  }
})

it('names files that exist, and a test where a test is said to show it', () => {
  const isTest = (file: string) => /^(unit|integration|browser|start|trials)\//.test(file)
  for (const { number, verdict, how } of rows) {
    const files = named(how)
    for (const file of files) {
      const path = isTest(file) ? `tests/${file}` : file
      expect([number, path, existsSync(path)]).toEqual([number, path, true])
    }
    if (verdict === 'test') expect(files.some(isTest), `${number} names a test`).toBe(true)
  }
})
