import { at, expect, openTab, record, test } from './counter'

test('the verdict shows the obstacles and what to bring, and records nothing', async ({
  staff,
}) => {
  const sent: string[] = []
  staff.on('request', (request) => {
    if (request.method() === 'POST') sent.push(new URL(request.url()).pathname)
  })
  await staff.goto(at('/requests/new'))
  await staff.evaluate(() => Object.assign(window, { print: () => undefined }))
  await staff.getByRole('radio', { name: '网上办理' }).check()
  await staff.getByLabel('运营商', { exact: true }).selectOption({ label: '中国广电' })
  await staff.getByLabel('号码归属地').selectOption({ label: '安徽' })
  const verdict = staff.getByRole('status')
  await expect(verdict.getByText('暂不能办理')).toBeVisible()
  await expect(verdict.getByText('中国广电在安徽不提供 SIM 卡网上销户')).toBeVisible()
  // What could be done instead is a button, and it changes the form.
  await staff.getByRole('button', { name: '改为实体 SIM 卡 · 营业厅办理' }).click()
  await expect(staff.getByRole('radio', { name: '营业厅办理' })).toBeChecked()
  await expect(verdict.getByText('可以办理')).toBeVisible()
  await staff.getByText('特殊情况、未了结事项').click()
  await staff.getByLabel('欠费和未出账费用').check()
  await expect(verdict.getByText('暂不能办理')).toBeVisible()
  const help = staff.getByText('先结清欠费；当月未出账的费用会随最后一张账单结算。')
  await expect(help).toBeVisible()
  // On paper stands what is missing, and nothing else of the page.
  await staff.getByRole('button', { name: '打印清单' }).click()
  await staff.emulateMedia({ media: 'print' })
  await expect(staff.getByRole('heading', { name: '办理销户前的准备' })).toBeVisible()
  await expect(staff.getByText('演示营业厅 · 021-5550 0100', { exact: false })).toBeVisible()
  await expect(staff.getByRole('button', { name: '打印清单' })).toBeHidden()
  await staff.emulateMedia({ media: null })
  await staff.getByLabel('欠费和未出账费用').uncheck()
  await expect(verdict.getByText('可以办理')).toBeVisible()
  await expect(staff.getByRole('listitem').getByText('要注销的实体卡').first()).toBeVisible()
  expect(new Set(sent)).toEqual(new Set(['/api/requests/check']))
})

test('what can be done about a carrier that takes no agents is said in one line', async ({
  staff,
}) => {
  await staff.goto(at('/requests/new'))
  await staff.getByLabel('运营商', { exact: true }).selectOption({ label: '中国广电' })
  await staff.getByLabel('经办人').selectOption({ label: '委托代办人' })
  const verdict = staff.getByRole('status')
  await expect(verdict.getByText('中国广电不接受委托代办人办理销户')).toBeVisible()
  await expect(verdict.getByText('请机主本人前来办理', { exact: true })).toBeVisible()
})

test('what a customer does instead is noted and reported, with nothing about the customer', async ({
  staff,
  admin,
}) => {
  await staff.goto(at('/requests/new'))
  await staff.getByRole('radio', { name: '要保留号码' }).check()
  await expect(staff.getByText('请勿销户')).toBeVisible()
  await staff.getByRole('button', { name: '客户选停机保号' }).click()
  await expect(staff.getByText('已记下：客户选停机保号，未保存客户资料。')).toBeVisible()
  await expect(staff.getByRole('button', { name: '客户选停机保号' })).toBeHidden()
  await admin.goto(at('/reports'))
  await expect(admin.getByRole('heading', { name: '改办的业务' })).toBeVisible()
  await expect(admin.getByText('停机保号')).toBeVisible()
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
  await staff.getByRole('button', { name: '保存修改' }).click()
  await expect(staff.getByText('冯现在', { exact: true }).first()).toBeVisible()
  await openTab(staff, '记录')
  await staff
    .getByRole('listitem')
    .filter({ hasText: '已登记' })
    .getByRole('link', { name: '查看当时状态' })
    .click()
  await expect(staff.getByText('冯从前')).toBeVisible()
  await expect(staff.getByText('冯现在', { exact: true })).toBeHidden()
  await staff.getByRole('link', { name: '下一条' }).click()
  await expect(staff.getByText('冯现在', { exact: true })).toBeVisible()
  await staff.goto(at(`/requests/${reference}/at/99`))
  await expect(staff.getByText('页面不存在')).toBeVisible()
})
