// What holds a request up, what is paid at the counter, and where a refund goes (P20, P27, P28).
import { residentId } from '@/lib/ops/seed/demo-people'
import { at, expect, fillRecord, noteStep, openGroup, openRequest, record, test } from './counter'

const wish = (place: number, name: string) =>
  ({
    cardType: '实体 SIM 卡',
    channel: '营业厅办理',
    carrier: '中国移动',
    region: '上海',
    phone: `1380013942${place}`,
    name,
    serial: 820 + place,
    contactPhone: `1390013942${place}`,
  }) as const

const balance = '余额和退款方式'
const account = '6222020200112233446'

test('an heir is refunded to a bank account, whole on the form and masked elsewhere', async ({
  staff,
}) => {
  await fillRecord(staff, wish(1, '逝者示例'))
  await staff.getByLabel('经办人', { exact: true }).selectOption({ label: '继承人' })
  await staff.getByLabel('经办人姓名').fill('继承示例')
  await staff.getByLabel('证件号码', { exact: true }).last().fill(residentId(831))
  await staff.getByRole('button', { name: '受理并打印受理单' }).click()
  await expect(staff.getByText('受理单已打印')).toBeVisible()
  const reference = new URL(staff.url()).pathname.split('/').at(-1) ?? ''

  const group = await openGroup(staff, balance)
  await staff.getByLabel('余额（元）').fill('66.00')
  const route = staff.getByLabel('退款方式')
  await expect(route.getByRole('option', { name: '原路退回' })).toHaveCount(0)
  await route.selectOption({ label: '转账至银行账户' })
  await expect(staff.getByLabel('户名')).toHaveValue('继承示例')
  await staff.getByRole('button', { name: '保存', exact: true }).click()
  await expect(group.getByRole('heading')).toContainText('未完成')
  await openGroup(staff, balance)
  await staff.getByLabel('开户行').fill('招商银行上海分行')
  await staff.getByLabel('银行账号或卡号').fill('6222020200112233440')
  await staff.getByLabel('银行账号或卡号').blur()
  await expect(staff.getByText('卡号校验位不符')).toBeVisible()
  await staff.getByLabel('银行账号或卡号').fill('1234567')
  await staff.getByRole('button', { name: '保存', exact: true }).click()
  await expect(staff.getByText('账号应为 8 至 30 位数字').first()).toBeVisible()
  await expect(staff.getByLabel('开户行')).toHaveValue('招商银行上海分行')
  await staff.getByLabel('银行账号或卡号').fill(account)
  await staff.getByRole('button', { name: '保存', exact: true }).click()
  await expect(group.getByRole('heading')).toContainText('已完成')
  await expect(group).toContainText('****3446')

  // A correction leaves the account as it is, and it never comes back to the page.
  await noteStep(staff, reference, balance, async (page) => {
    await expect(page.getByLabel('银行账号或卡号')).toHaveValue('')
    await expect(page.getByText('已登记 ****3446，不改则留空')).toBeVisible()
    await page.getByLabel('余额（元）').fill('68.00')
  })
  expect(await staff.content()).not.toContain(account)
  await staff.goto(at(`/requests/${reference}/form`))
  await expect(staff.getByText('6222 0202 0011 2233 446')).toBeVisible()
  await expect(staff.getByText('68.00 元')).toBeVisible()
})

test('a blocked family card waits for its customer, and is lifted at the second visit', async ({
  staff,
  browser,
}) => {
  const { reference, code } = await record(staff, wish(2, '副卡示例'))
  await openRequest(staff, reference)
  const group = await openGroup(staff, '核查销户条件')
  const family = group.getByRole('group', { name: /副卡/ })
  await family.getByRole('radio', { name: '尚未解除' }).check()
  await group.getByRole('button', { name: '均不涉及' }).click()
  await openGroup(staff, '核查销户条件')
  await group.getByLabel('等谁处理').selectOption({ label: '客户' })
  await staff.getByRole('button', { name: '保存', exact: true }).click()
  await expect(group.getByText('必填').first()).toBeVisible()
  await group.getByLabel('原因（告知客户）').fill('主卡名下还有副卡')
  await group.getByLabel('怎样解除（告知客户）').fill('先注销副卡')
  await staff.getByRole('button', { name: '保存', exact: true }).click()
  await expect(group.getByRole('heading')).toContainText('未完成')

  const told = '宽带、家庭套餐、副卡、共号手表（等您办理）。原因：主卡名下还有副卡。先注销副卡。'
  const next = '请先办妥等您办理的事项，再到营业厅继续办理。'
  await staff.goto(at(`/requests/${reference}/slip`))
  await expect(staff.getByTestId('blocks').first()).toContainText(told)
  await expect(staff.getByTestId('progress').first()).toContainText(next)
  const customer = await (await browser.newContext()).newPage()
  await customer.goto(at('/status'))
  await customer.getByLabel('受理编号').fill(reference)
  await customer.getByLabel('联系电话后四位，或查询码').fill(code)
  await customer.getByRole('button', { name: '查询', exact: true }).click()
  await expect(customer.getByTestId('blocks')).toContainText(told)
  await expect(customer.getByText(next)).toBeVisible()

  await noteStep(staff, reference, '核查销户条件', async () => {
    await family.getByRole('radio', { name: '已处理' }).check()
  })
  await customer.reload()
  await expect(customer.getByTestId('blocks')).toHaveCount(0)
})

test('arrears paid at the counter stand on the form with their number', async ({ staff }) => {
  const { reference } = await record(staff, wish(3, '缴费示例'))
  await noteStep(staff, reference, '核查销户条件', async (page) => {
    await page.getByLabel('当场缴费（元）').fill('35.50')
    await page.getByLabel('缴费方式').selectOption({ label: '扫码支付' })
    await page.getByLabel('缴费流水号').fill('JF-2026-0009')
    await page.getByRole('button', { name: '均不涉及' }).click()
  })
  await staff.goto(at(`/requests/${reference}/form`))
  const paid = '欠费和未出账费用 · 35.50 元 · 扫码支付 · JF-2026-0009'
  await expect(staff.getByText(paid)).toBeVisible()
})
