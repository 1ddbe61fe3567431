import { describe, expect, it, vi } from 'vitest'
import { createAccount } from '@/lib/accounts/commands'
import { auditPages } from '@/lib/audit/queries'
import { audit } from '@/lib/db/audit'
import { database, transaction } from '@/lib/db/client'
import { startOf } from '@/lib/domain/days'
import { createStore, deleteStore } from '@/lib/stores/commands'
import { fingerprint } from '@/lib/db/audit'
import { GET } from '@/app/api/audit/route'
import en from '@/lib/i18n/messages/en'
import zhCN from '@/lib/i18n/messages/zh-CN'

const admin = async () =>
  (await database().account.findUniqueOrThrow({ where: { email: 'admin@example.test' } })).id

vi.mock('@/lib/auth/viewer', () => ({
  currentViewer: async () => ({
    id: await admin(),
    memberships: [{ role: 'admin', storeId: null, storeCode: null }],
  }),
}))

// Outside of Next, `next-intl/server` is the one of the browser, which translates nothing.
vi.mock('next-intl/server', async () => {
  const { createTranslator } = await import('next-intl')
  return {
    getTranslations: async ({ locale, namespace }: { locale: 'en'; namespace?: 'words' }) =>
      createTranslator({ locale, messages: locale === 'en' ? en : zhCN, namespace }),
  }
})

const name = `${'x'.repeat(99)}𠮷`
async function changed(subject: string, times: number, at = new Date()) {
  for (let turn = 0; turn < times; turn += 1) {
    const what = 'store.change' as const
    const change = { by: null, what, subject, before: { lapseDays: 0 }, after: { lapseDays: turn } }
    await transaction((tx) => audit(tx, change, at))
  }
}

const asked = (query: Record<string, string>) =>
  GET(new Request(`http://desk.test/api/audit?${new URLSearchParams(query)}`))
type Entry = {
  at: string
  by: { name: string; email: string } | null
  kind: string
  sentence: string
  thing: { name: string }
  changes: { label: string; before: string | null; after: string | null }[]
}
const entries = async (query: Record<string, string>) =>
  (await (await asked({ format: 'json', ...query })).json()) as Entry[]

const bareId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-/
const signsOfJson = /[{}]|\[["{]|":/

describe('the audit as a file', () => {
  it('is read a page at a time, the newest first, up to its bound', async () => {
    await changed('paged', 8)
    const sizes: number[] = []
    const ids: string[] = []
    for await (const page of auditPages({ q: 'paged' }, 6, 4)) {
      sizes.push(page.length)
      ids.push(...page.map(({ id }) => id))
    }
    expect(sizes).toEqual([4, 2])
    expect(ids).toEqual([...ids].sort().reverse())
    const text = await (await asked({ q: 'paged' })).text()
    expect(text.trim().split('\n')).toHaveLength(8)
  })

  it('keeps the last character of a long name that is asked for whole', async () => {
    await changed(name, 2)
    expect((await (await asked({ q: name })).text()).trim().split('\n')).toHaveLength(2)
  })

  it('is CSV for spreadsheets, with a mark of its encoding and no formula', async () => {
    const by = await admin()
    const change = { by, what: 'api_key.create', subject: '=1+1', before: null } as const
    await transaction((tx) =>
      audit(
        tx,
        { ...change, after: { beginning: '@sum', role: 'staff', stores: 'demo' } },
        new Date(),
      ),
    )
    const bytes = new Uint8Array(await (await asked({ q: '=1+1' })).arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text).toContain("'=1+1")
    expect(text).toContain("'@sum")
    expect(text).toContain('演示管理员 新建了 API 密钥“=1+1”')
    expect(text).toContain('演示营业厅')
  })

  it('is itself recorded, with what was asked', async () => {
    await asked({ q: 'nothing is called so', format: 'json', from: '2026-01-01' })
    const [entry] = await entries({ what: 'audit.export', locale: 'en' })
    expect(entry).toMatchObject({ by: { email: 'admin@example.test' }, kind: 'audit.export' })
    const newest = (await entries({ what: 'audit.export', locale: 'en' }))[2]
    expect(newest?.changes).toEqual([
      { field: 'format', label: 'Format', before: null, after: 'json' },
      { field: 'q', label: 'Item asked for', before: null, after: 'nothing is called so' },
      { field: 'from', label: 'From', before: null, after: '2026-01-01' },
    ])
  })

  it('refuses dates in reverse', async () => {
    expect((await asked({ from: '2026-02-02', to: '2026-02-01' })).status).toBe(400)
  })
})

describe('the audit in words', () => {
  it('is found by person, by day and by what a thing is called', async () => {
    const by = await admin()
    const created = await createAccount(
      { email: 'seeker@example.test', name: '寻找者', password: 'a long password', role: 'admin' },
      by,
    )
    expect(created.ok).toBe(true)
    const found = await entries({ q: '寻找' })
    expect(found.map(({ kind }) => kind)).toContain('account.create')
    expect(found.at(-1)?.thing.name).toBe('寻找者（seeker@example.test）')
    expect(await entries({ by: '寻找', q: '寻找' })).toEqual([])
    expect(await entries({ by: 'ADMIN@example', q: 'seeker' })).toHaveLength(found.length)
    expect(await entries({ by: '系统操作员', q: 'seeker' })).toEqual([])

    await changed('of-a-day', 2, new Date(startOf('2025-03-03').getTime() - 1))
    await changed('of-a-day', 2, startOf('2025-03-03'))
    const days = async (from: string, to: string) =>
      (await entries({ q: 'of-a-day', from, to })).map(({ at }) => at)
    expect(await days('2025-03-03', '2025-03-03')).toEqual(['2025-03-02T16:00:00.000Z'])
    expect(await days('2025-03-01', '2025-03-02')).toEqual(['2025-03-02T15:59:59.999Z'])
    expect((await entries({ by: '系统操作员', q: 'of-a-day' })).length).toBe(2)
  })

  it('calls guides and settings as the reader does', async () => {
    const by = await admin()
    const guide = await database().guide.findFirstOrThrow({
      where: { cardType: 'esim', channel: 'online', carrier: null, region: null },
    })
    const change = {
      by,
      what: 'guide.publish',
      subject: guide.id,
      before: { revision: 1 },
    } as const
    await transaction((tx) =>
      audit(tx, { ...change, after: { revision: 2, note: '=新' } }, new Date()),
    )
    const [entry] = await entries({ q: 'esim · online', locale: 'en' })
    expect(entry?.sentence).toBe(
      '演示管理员 published version 2 of guide eSIM · Online · all carriers and regions',
    )
    expect(await entries({ q: 'esim · online' })).toEqual([])
  })

  it('calls what was deleted as the entry knew it', async () => {
    const by = await admin()
    await createStore(
      {
        ...{ code: 'gone-for-good', nameZh: '消失的店', nameEn: 'Gone Store', addressZh: '某路' },
        ...{ addressEn: 'Some Road', phone: '021-1', region: 'CN-SH' },
      },
      by,
    )
    const store = await database().store.findUniqueOrThrow({ where: { code: 'gone-for-good' } })
    expect((await deleteStore(by, store.code, fingerprint(store), new Date())).ok).toBe(true)
    const found = await entries({ q: 'gone-for-good' })
    expect(found.map(({ sentence }) => sentence)).toEqual([
      '演示管理员 删除了营业厅 消失的店',
      '演示管理员 新建了营业厅 消失的店',
    ])
    const values = Object.fromEntries(
      found[0]?.changes.map(({ label, before }) => [label, before]) ?? [],
    )
    expect(values).toMatchObject({ 所在地区: '上海', 双人复核: '开启', 停业: '否' })
  })

  it('shows no JSON and no bare id in any entry, whatever older versions wrote', async () => {
    const id = '019a7b3c-1234-7abc-8def-0123456789ab'
    const by = await admin()
    const odd = { list: [{ id, code: id }], text: id, flag: true, deep: { a: { b: [1, null] } } }
    for (const what of [
      'carrier.offers',
      'store.change',
      'carrier.rules',
      'guide.publish',
    ] as const)
      await transaction((tx) =>
        audit(
          tx,
          { by, what, subject: id, before: odd, after: { rules: [odd], ...odd, list: [] } },
          new Date(),
        ),
      )
    for (const locale of ['en', 'zh-CN'])
      for (const { sentence, changes } of await entries({ locale }))
        for (const text of [sentence, ...changes.flatMap(({ before, after }) => [before, after])]) {
          expect(text ?? '').not.toMatch(signsOfJson)
          if (!sentence.includes(id)) expect(text ?? '').not.toMatch(bareId)
        }
  })
})
