import { at, expect, openTab, record, test } from './counter'

test('pre-flight shows the obstacles and what to bring, and records nothing', async ({ staff }) => {
  await staff.goto(at('/requests/preflight'))
  await staff.getByRole('radio', { name: '实体 SIM 卡' }).check()
  await staff.getByRole('radio', { name: '网上办理' }).check()
  await staff.getByLabel('运营商', { exact: true }).selectOption({ label: '中国广电' })
  await staff.getByLabel('号码归属地').selectOption({ label: '安徽' })
  await staff.getByRole('button', { name: '看一看' }).click()
  await expect(staff.getByRole('status').getByText('今天还不能办')).toBeVisible()
  await expect(staff.getByText('可以改为：实体 SIM 卡 · 营业厅办理')).toBeVisible()
  await staff.getByRole('radio', { name: '营业厅办理' }).check()
  await staff.getByLabel('欠费和未出账费用').check()
  await staff.getByRole('button', { name: '看一看' }).click()
  await expect(staff.getByText('先结清欠费；当月未出账的费用会随最后一张账单结算。')).toBeVisible()
  await staff.getByLabel('欠费和未出账费用').uncheck()
  await staff.getByRole('button', { name: '看一看' }).click()
  await expect(staff.getByRole('status').getByText('今天可以办')).toBeVisible()
  await expect(staff.getByText('要注销的实体卡')).toBeVisible()
})

test('a request can be seen as it was at any of its events', async ({ staff }) => {
  const { reference } = await record(staff, {
    cardType: '实体 SIM 卡',
    channel: '营业厅办理',
    carrier: '中国移动',
    region: '上海',
    phone: '13800139501',
    name: '冯从前',
    serial: 501,
    contactPhone: '13900139555',
  })
  await staff.goto(at(`/requests/${reference}/amend`))
  await staff.getByLabel('机主姓名').fill('冯现在')
  await staff.getByRole('button', { name: '保存更正' }).click()
  await expect(staff.getByText('冯现在', { exact: true }).first()).toBeVisible()
  await openTab(staff, '记录')
  await staff
    .getByRole('listitem')
    .filter({ hasText: '已登记' })
    .getByRole('link', { name: '查看当时' })
    .click()
  await expect(staff.getByText('冯从前')).toBeVisible()
  await expect(staff.getByText('冯现在', { exact: true })).toBeHidden()
  await staff.getByRole('link', { name: '下一条' }).click()
  await expect(staff.getByText('冯现在', { exact: true })).toBeVisible()
  await staff.goto(at(`/requests/${reference}/at/99`))
  await expect(staff.getByText('没有找到这个页面')).toBeVisible()
})
