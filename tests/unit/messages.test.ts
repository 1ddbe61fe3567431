import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { auditedKinds } from '@/lib/audit/kinds'
import { findings } from '@/lib/cancellation/rules/reconcile'
import * as vocabulary from '@/lib/domain/coded-values'
import { demandNames } from '@/lib/cancellation/rules/workflow'
import { noticeKinds } from '@/lib/notices/kinds'
import en from '@/lib/i18n/messages/en'
import zhCN from '@/lib/i18n/messages/zh-CN'

type Tree = { [key: string]: string | Tree }
const flatten = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : flatten(value, `${path}${key}.`),
  )
const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1]).sort()

const chinese = new Map(flatten(zhCN as Tree))
const english = new Map(flatten(en as Tree))
// A stage that has nothing to say next, and the moves that no person makes.
const mayBeEmpty = ['status.todo.lapsed', 'moves.consequence.lapse']

// Beside the demands, a carrier that offers nothing and a number that is silent have verdicts.
const isDemand = (name: string) =>
  ['nothing_offered', 'number_alive', ...demandNames].includes(name)

const refusals = (sources: string[]) =>
  new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/code: '([a-z_]+)'/g)].map((match) => match[1] ?? ''),
    ),
  )

describe('message catalogues', () => {
  it('have the same keys in both languages', () =>
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort()))

  it('take the same values in both languages', () => {
    for (const [key, text] of chinese)
      expect([key, placeholders(english.get(key) ?? '')]).toEqual([key, placeholders(text)])
  })

  it('leave no text empty, and no Chinese in English', () => {
    for (const [key, text] of [...chinese, ...english])
      if (!mayBeEmpty.includes(key)) expect(text, key).not.toBe('')
    for (const [key, text] of english)
      if (!key.startsWith('shell.switchLanguage')) expect(text, key).not.toMatch(/\p{Script=Han}/u)
  })

  it('have no placeholders in texts that forms show unformatted (ADR 22)', () => {
    const plain = new RegExp(
      '^(faults|demands\\.(missing|todo)|documents\\.upload|walk\\.submission|words\\.aftercare|' +
        'questions\\.(ask|kind)|settings\\.(busy|secret\\w+))(\\.|$)',
    )
    const shown = [...chinese].filter(([key]) => plain.test(key))
    expect(shown.length).toBeGreaterThan(100)
    for (const [key, text] of shown) expect(text, key).not.toMatch(/[{}]|<\w/)
  })

  it('word every demand', () => {
    for (const name of demandNames) expect(chinese.has(`demands.missing.${name}`), name).toBe(true)
    for (const part of ['whyNot', 'todo'] as const)
      expect(Object.keys(zhCN.demands[part]).filter((name) => !isDemand(name))).toEqual([])
  })

  it('word every kind of change that the audit knows, and every notice', () => {
    for (const kind of auditedKinds)
      expect(chinese.has(`audit.kind.${kind.replace('.', '_')}`), kind).toBe(true)
    for (const kind of noticeKinds) expect(chinese.has(`notices.when.${kind}`), kind).toBe(true)
  })

  it('word every fault that the schemas name', () => {
    const sources = ['lib/cancellation', 'lib/domain/identifiers'].flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
    )
    const named = new Set(
      sources.flatMap((source) =>
        [
          ...source.matchAll(
            /'(required|too_long|must_be_ticked|[a-z_]+_(?:malformed|required|failed|needed|date|fit|owed|number|mainland|prefix|mobile|digit|request|future))'/g,
          ),
        ].map((match) => match[1] ?? ''),
      ),
    )
    // Refusals are worded of their own, under `refusal`.
    const notFaults = [
      'nothing_owed',
      ...findings,
      ...demandNames,
      ...Object.values(vocabulary).flatMap((list) => (Array.isArray(list) ? list : [])),
    ] as string[]
    for (const name of refusals(sources))
      if (!['invalid', 'custom'].includes(name))
        expect(chinese.has(`faults.refusal.${name}`), name).toBe(true)
    for (const name of named)
      if (!notFaults.includes(name)) expect(chinese.has(`faults.${name}`), name).toBe(true)
  })
})

describe('components', () => {
  const sources = ['app', 'components'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`),
  )

  it('set no colon of one language between words of both', () => {
    const setting = sources.filter((file) => readFileSync(file, 'utf8').includes('：'))
    expect(setting).toEqual([])
  })
})
