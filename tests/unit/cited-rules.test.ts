import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const rules = new Set(
  [...readFileSync('docs/rules.md', 'utf8').matchAll(/^\| ([FPDIL]\d+) \|/gm)].map(
    ([, code]) => code,
  ),
)
const source = /\.(ts|tsx|mjs|prisma|sql)$/
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && source.test(entry.name))
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
    .filter((path) => !path.startsWith('lib/db/generated/'))

/** The codes that a file's comments cite: `F21`, or a row of them in brackets. */
const citedIn = (path: string) => {
  const comments = readFileSync(path, 'utf8').match(/\/\*[\s\S]*?\*\/|(?:\/\/|--).*$/gm) ?? []
  return comments.flatMap((comment) => comment.match(/\b[FPDIL][1-9]\d?\b/g) ?? [])
}

describe('the rules that the source cites', () => {
  const cited = ['app', 'components', 'lib', 'prisma']
    .flatMap(filesOf)
    .flatMap((path) => citedIn(path).map((code) => [code, path] as const))

  it('are found', () => expect(cited.length).toBeGreaterThan(100))

  it('stand in docs/rules.md', () => {
    expect(cited.filter(([code]) => !rules.has(code))).toEqual([])
  })
})
