import { residentId } from '@/lib/ops/seed/demo-people'
import { at, expect, fillRecord, move, openTab, record, test, type Wish } from './counter'

const wish = (serial: number, change: Partial<Wish> = {}): Wish => ({
  cardType: '实体 SIM 卡',
  channel: '营业厅办理',
  carrier: '中国移动',
  region: '上海',
  phone: `138001392${String(serial).slice(-2)}`,
  name: '孙记录',
  serial,
  contactPhone: '13900139222',
  ...change,
})

test('shows at once what is not offered, and the alternative', async ({ staff }) => {
  await fillRecord(staff, wish(201, { carrier: '中国广电', channel: '网上办理' }))
  await expect(staff.getByText('中国广电在上海不提供 SIM 卡网上销户')).toBeVisible()
  await staff.getByRole('button', { name: '改为实体 SIM 卡 · 营业厅办理' }).click()
  await expect(staff.getByRole('radio', { name: '营业厅办理' })).toBeChecked()
  await expect(staff.getByText('中国广电在上海不提供')).toBeHidden()
})

test('stops customers who want to keep the number', async ({ staff }) => {
  await staff.goto(at('/requests/new'))
  await staff.getByLabel('要保留号码', { exact: true }).check()
  await expect(staff.getByText('请勿销户')).toBeVisible()
  // What to bring for a cancellation is not for them, neither here nor on paper.
  await expect(staff.getByText('需带材料')).toBeHidden()
  await expect(staff.getByRole('button', { name: '打印清单' })).toBeHidden()
  await expect(staff.getByRole('button', { name: '受理并打印受理单' })).toBeDisabled()
})

test('checks each field on leaving it, warns without refusing, and loses nothing typed', async ({
  staff,
}) => {
  await fillRecord(staff, wish(202))
  await staff.getByText('卡号 ICCID（选填）').click()
  await staff.getByLabel('ICCID（卡面上的编号）').fill('8986 0110 1102 3117 0983')
  await staff.getByLabel('证件号码', { exact: true }).fill('110105194912310021')
  await staff.getByLabel('联系电话').fill('13800139202')
  await staff.getByLabel('机主姓名').click()
  await expect(staff.getByText('校验位不符，请核对证件号码')).toBeVisible()
  await expect(staff.getByText('这是要注销的号码，销户后无法接收消息，请另填一个')).toBeVisible()
  await expect(staff.getByText(/ICCID 校验位不符/)).toBeVisible()
  await staff.getByRole('button', { name: '受理并打印受理单' }).click()
  await expect(staff.getByRole('alert').getByText('请先更正以下内容')).toBeVisible()
  await expect(staff.locator('form [role=alert]')).toBeFocused()
  await expect(staff.getByLabel('机主姓名')).toHaveValue('孙记录')
  await staff
    .locator('form [role=alert]')
    .getByRole('link', { name: /证件号码/ })
    .click()
  await expect(staff.getByLabel('证件号码', { exact: true })).toBeInViewport()
})

test('lists what is wrong in the order of the page', async ({ staff }) => {
  await staff.goto(at('/requests/new'))
  await staff.getByRole('button', { name: '受理并打印受理单' }).click()
  const faults = staff.locator('form [role=alert] li')
  await expect(faults.first()).toContainText('客户要保留这个号码吗')
  await expect(faults.nth(1)).toContainText('手机号码')
  await expect(faults.last()).toContainText('客户同意')
  // No contact at all: its fault leads to the first field of several.
  await faults.getByRole('link', { name: /联系电话/ }).click()
  await expect(staff.getByLabel('联系电话')).toBeFocused()
})

test('names the live request of a number and never opens a second', async ({ staff }) => {
  const { reference } = await record(staff, wish(203))
  // Said as soon as the number is left, so that the rest is not typed.
  await staff.goto(at('/requests/new'))
  await staff.getByLabel('手机号码').fill(wish(203).phone)
  await staff.getByLabel('手机号码').blur()
  const said = staff.getByRole('status').filter({ hasText: '该号码已有在办申请' })
  await expect(said.getByRole('link', { name: '打开该申请' })).toBeVisible()
  await fillRecord(staff, wish(203))
  await expect(said).toBeVisible()
  await staff.getByRole('button', { name: '受理并打印受理单' }).click()
  await expect(staff.getByRole('alert').getByText('该号码已有在办申请')).toBeVisible()
  await staff.getByRole('alert').getByRole('link', { name: '打开该申请' }).click()
  await expect(staff).toHaveURL(new RegExp(reference))
})

test('an applicant for the holder needs other materials, and the form names both', async ({
  staff,
}) => {
  await fillRecord(staff, wish(204))
  await staff.getByLabel('经办人', { exact: true }).selectOption('agent')
  await staff.getByLabel('经办人姓名').fill('周代办')
  await staff.locator('[name="applicant.document.type"]').selectOption('passport')
  await staff.locator('[name="applicant.document.number"]').fill('E20400001')
  await staff.locator('[name="applicant.document.country"]').selectOption('CN')
  await staff.getByLabel('出生日期').fill('1985-05-05')
  await staff.getByLabel('授权证明日期').fill('2026-01-05')
  await staff.getByRole('button', { name: '受理并打印受理单' }).click()
  await expect(staff.getByText('受理单已打印')).toBeVisible()
  const reference = ((await staff.getByTestId('reference').first().textContent()) ?? '').replaceAll(
    '-',
    '',
  )
  await staff.goto(at(`/requests/${reference}?step=materials`))
  await expect(staff.getByRole('group', { name: '机主签名的授权委托书' })).toBeVisible()
  await staff.goto(at(`/requests/${reference}/form`))
  await expect(staff.getByText(/周代办（.*代办人）/)).toBeVisible()
  await expect(staff.getByText('授权委托书 2026年1月5日')).toBeVisible()
})

test('an amendment corrects the record and undoes the steps that depended on it', async ({
  staff,
}) => {
  const { reference } = await record(staff, wish(205))
  await staff.goto(at(`/requests/${reference}/amend`))
  await expect(staff.getByLabel('机主姓名')).toHaveValue('孙记录')
  // The full document number is not sent to the page; an empty field keeps it.
  expect(await staff.content()).not.toContain(residentId(205))
  await expect(
    staff.getByText(`已登记 ****${residentId(205).slice(-4)}；不修改请留空。`),
  ).toBeVisible()
  await staff.getByLabel('机主姓名').fill('孙更正')
  await staff.getByRole('button', { name: '保存修改' }).click()
  await expect(staff.getByRole('heading', { name: '孙更正' })).toBeVisible()
  await openTab(staff, '记录')
  await expect(staff.getByText('已修改登记信息')).toBeVisible()
})

test('a withdrawn request has ended: no moves are offered, and the status shows it', async ({
  staff,
  page,
}) => {
  const { reference, code } = await record(staff, wish(206))
  await move(staff, reference, '撤回申请', (at) =>
    at
      .locator('#moves')
      .getByLabel('原因')
      .selectOption({ label: '客户改变主意' })
      .then(() => undefined),
  )
  await expect(staff.getByText('已撤回').first()).toBeVisible()
  await expect(staff.getByRole('heading', { name: '下一步' })).toBeHidden()
  await page.goto(at('/status'))
  await page.getByLabel('受理编号').fill(reference)
  await page.getByLabel('联系电话后四位，或查询码').fill(code)
  await page.getByRole('button', { name: '查询' }).click()
  await expect(page.getByText('申请已撤回，号码不受影响。')).toBeVisible()
})
