import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changesIn } from '@/lib/audit/changes'
import { auditedFields, fieldOf } from '@/lib/audit/fields'
import { askedBy, auditFilter } from '@/lib/audit/filter'
import { auditedKinds } from '@/lib/audit/kinds'
import { sentenceOf, sentences } from '@/lib/audit/sentences'
import { thingOf } from '@/lib/audit/things'
import en from '@/lib/i18n/messages/en'
import zhCN from '@/lib/i18n/messages/zh-CN'

const catalogues = { en, 'zh-CN': zhCN } as const
const at = (tree: object, path: string): unknown =>
  path.split('.').reduce<unknown>((one, name) => (one as Record<string, unknown>)?.[name], tree)

/** The kinds of entries that the product's source names where it writes one. */
const written = new Set(
  ['lib', 'app']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !/generated|^audit\//.test(file))
        .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
    )
    .filter((source) => /\baudit\(|AuditedKind|SettingOf|auditEntry/.test(source))
    .flatMap((source) =>
      [...source.matchAll(/'([a-z_]+\.[a-z_]+)'/g)].map((match) => match[1] ?? ''),
    ),
)
// Words with a dot in those sources that are no kind of entry.
const otherWords = new Set(['request.read'])

describe('the audit in words', () => {
  it('has a sentence, a thing and fields for every kind that the source writes', () => {
    expect(written.size).toBeGreaterThan(25)
    for (const kind of [...written, ...auditedKinds]) {
      if (otherWords.has(kind)) continue
      expect(auditedKinds, kind).toContain(kind)
      expect(thingOf(kind, 'x', null), kind).not.toBeNull()
      expect(auditedFields[kind as 'store.change'], kind).toBeDefined()
    }
  })

  it.each(['en', 'zh-CN'] as const)('has its sentences and names of fields in %s', (locale) => {
    const said = Object.values(sentences).flat()
    for (const sentence of said) {
      const text = at(catalogues[locale], `audit.said.${sentence}`)
      expect(text, sentence).toMatch(/^<who>\{by\}<\/who>/)
    }
    expect(Object.keys(catalogues[locale].audit.said).sort()).toEqual([...said].sort())
    for (const fields of Object.values(auditedFields))
      for (const { label, value } of Object.values(fields))
        if (value !== 'hidden')
          expect(at(catalogues[locale], label), label).toEqual(expect.any(String))
  })

  it('names no field that nothing is called by', () => {
    const labels = Object.values(auditedFields).flatMap((fields) =>
      Object.values(fields).map(({ label }) => label),
    )
    const own = Object.keys(zhCN.audit.field).map((name) => `audit.field.${name}`)
    const others = ['title', 'unnamed', 'ofRow'].map((name) => `audit.field.${name}`)
    expect(own.filter((name) => !labels.includes(name))).toEqual(others)
  })

  it('tells by the content which sentence it is', () => {
    const told = (what: string, before: unknown, after: unknown, own = false) =>
      sentenceOf({ by: null, what, before, after, own })
    expect(told('store.change', { closed: false, a: 1 }, { closed: true, a: 1 })).toBe(
      'store_close',
    )
    expect(told('store.change', { closed: true, a: 1 }, { closed: false, a: 2 })).toBe(
      'store_change',
    )
    expect(told('account.disable', { disabled: true }, { disabled: false })).toBe('account_enable')
    expect(told('account.password', null, null, true)).toBe('account_password_own')
    expect(told('account.password', null, null)).toBe('account_password_given')
    expect(told('account.factor', null, { reset: true })).toBe('account_factor_reset')
    expect(told('account.factor', { codes: true }, { codes: false })).toBe('account_factor_off')
    expect(told('account.passkey', { name: 'x' }, null)).toBe('account_passkey_remove')
    expect(told('guide.plan', { at: 'x' }, null)).toBe('guide_unplan')
    expect(told('access.approve', null, { kind: 'return' })).toBe('access_approve_return')
    expect(told('access.refuse', null, null)).toBe('access_refuse_role')
    expect(told('toString', null, null)).toBeNull()
  })

  it('finds what differs, by rows where there are any', () => {
    expect(
      changesIn('store.change', { id: 'a', days: 1, same: [1] }, { days: 2, same: [1] }),
    ).toEqual([{ field: 'days', before: 1, after: 2 }])
    expect(
      changesIn(
        'carrier.obligations',
        { debt: { nameZh: '欠费', position: 0 } },
        { debt: { nameZh: '欠费', position: 1 }, lock: { nameZh: '合约' } },
      ),
    ).toEqual([{ field: 'lock.nameZh', before: null, after: '合约' }])
    expect(changesIn('account.password', null, null)).toEqual([])
    expect(fieldOf('carrier.obligations', 'debt.nameZh')?.label).toBe('settings.obligation.nameZh')
    expect(fieldOf('calendar.change', '2026-10-01')?.value).toBe('day')
    expect(fieldOf('store.change', 'constructor')).toBeNull()
  })
})

describe("the audit's filter", () => {
  it('refuses dates in reverse and what is no day, and keeps what was typed', () => {
    expect(auditFilter({ from: '2026-11-02', to: '2026-11-01' })).toMatchObject({
      typed: { from: '2026-11-02', to: '2026-11-01' },
      errors: { to: 'ends_before_it_begins' },
    })
    expect(auditFilter({ from: '2026-02-30' })).toMatchObject({
      filter: { from: null },
      typed: { from: '2026-02-30' },
      errors: { from: 'date_malformed' },
    })
    expect(auditFilter({ from: '2026-11-01', to: '2026-11-01' }).errors).toEqual({})
  })

  it('asks for what is there alone', () => {
    const { filter } = auditFilter({
      by: ' admin ',
      q: ['a', 'b'],
      what: 'no.kind',
      to: '2026-11-01',
    })
    expect(askedBy(filter)).toEqual({ by: 'admin', to: '2026-11-01' })
  })
})
