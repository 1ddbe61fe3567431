import { residentId } from '@/lib/ops/seed/demo-people'
import { client, keyOf } from './api-client'
import { at, expect, openTab, test } from './counter'

test('a long history shows its last entries, and all of them on request', async ({ staff }) => {
  const desk = client(keyOf('staff'))
  const made = await desk('POST', '/requests', {
    store: 'demo',
    cardType: 'sim',
    channel: 'in_store',
    carrier: 'china-mobile',
    region: 'CN-SH',
    phoneNumber: '13802049001',
    holder: { name: '长长史', document: { type: 'resident_id', number: residentId(390) } },
    contact: { phone: '+8613912345678' },
    reason: 'no_longer_needed',
    consent: true,
    keepNumber: false,
  })
  const { reference } = made.body
  for (let version = 1; version < 35; version += 1) {
    const mended = await desk(
      'PATCH',
      `/requests/${reference}`,
      { contact: { email: `mail-${version}@example.test` } },
      { 'if-match': `"${version}"` },
    )
    expect(mended.status).toBe(200)
  }
  await staff.goto(at(`/requests/${reference}`))
  await openTab(staff, '记录')
  const history = staff.locator('#history')
  await expect(history.locator('ol > li')).toHaveCount(20)
  await expect(history.getByText('已登记', { exact: true })).toHaveCount(0)
  await history.getByRole('link', { name: '查看全部 35 条记录' }).click()
  await expect(history.locator('ol > li')).toHaveCount(35)
  await expect(history.getByRole('link', { name: /查看全部/ })).toHaveCount(0)
})
