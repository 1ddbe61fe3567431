import { expect, it, vi } from 'vitest'
import { auditPages } from '@/lib/audit/queries'
import { audit } from '@/lib/db/audit'
import { transaction } from '@/lib/db/client'
import { GET } from '@/app/api/audit/route'

vi.mock('@/lib/auth/viewer', () => ({
  currentViewer: async () => ({
    id: '1',
    memberships: [{ role: 'admin', storeId: null, storeCode: null }],
  }),
}))

const name = `${'x'.repeat(99)}𠮷`
async function changed(subject: string, times: number) {
  for (let turn = 0; turn < times; turn += 1) {
    const what = 'store.change' as const
    const change = { by: null, what, subject, before: null, after: { turn } }
    await transaction((tx) => audit(tx, change, new Date()))
  }
}

it('the audit as a file is read a page at a time, the newest first, up to its bound', async () => {
  await changed('paged', 7)
  const sizes: number[] = []
  const ids: string[] = []
  for await (const page of auditPages({ q: 'paged' }, 6, 4)) {
    sizes.push(page.length)
    ids.push(...page.map(({ id }) => id))
  }
  expect(sizes).toEqual([4, 2])
  expect(ids).toEqual([...ids].sort().reverse())
  const text = await (await GET(new Request('http://desk.test/?q=paged'))).text()
  expect(text.trim().split('\n')).toHaveLength(8)
})

it('the audit search keeps a long name’s last character whole', async () => {
  await changed(name, 1)
  const address = `http://desk.test/?q=${encodeURIComponent(name)}`
  expect((await (await GET(new Request(address))).text()).trim().split('\n')).toHaveLength(2)
})
