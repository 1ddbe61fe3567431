import {
  type Wish,
  at,
  expect,
  move,
  noteStep,
  record,
  signedIn,
  steps,
  test,
  openTab,
} from './counter'
import { makeStore } from './operator'

const wish = (serial: number, change: Partial<Wish> = {}): Wish => ({
  cardType: '实体 SIM 卡',
  channel: '营业厅办理',
  carrier: '中国移动',
  region: '上海',
  phone: `138001394${String(serial).slice(-2)}`,
  name: '郑例外',
  serial,
  contactPhone: '13900139444',
  ...change,
})
const beforeReview: [string, keyof typeof steps][] = [
  ['收验材料', 'materials'],
  ['核查销户条件', 'obligations'],
  ['余额和退款方式', 'balance'],
  ['风险告知', 'ticks'],
  ['核对机主身份和号码', 'identity'],
  ['打印并签署申请表', 'ticks'],
]

test('a request with a lost card is sent back for more, supplied and approved', async ({
  staff,
  reviewer,
}) => {
  test.setTimeout(120_000)
  const { reference } = await record(staff, wish(401))
  for (const [title, fill] of beforeReview) await noteStep(staff, reference, title, steps[fill])
  await noteStep(staff, reference, '收回实体卡', async (page) => {
    await page.getByRole('radio', { name: '丢失' }).check()
    await page.locator('[data-open]').getByLabel('原因').fill('在地铁上丢失')
  })
  await move(staff, reference, '提交审核')
  await expect(staff.getByText('审核中').first()).toBeVisible()

  await move(reviewer, reference, '要求补充材料', (page) =>
    page.locator('#moves').getByLabel('收验材料').fill('请带缴费凭证'),
  )
  await expect(reviewer.getByText('待补充').first()).toBeVisible()
  await move(staff, reference, '提交补充', (page) =>
    page.locator('#moves').getByLabel('收验材料').fill('已提供'),
  )
  await expect(staff.getByText('审核中').first()).toBeVisible()
  await move(reviewer, reference, '审核通过')
  await expect(reviewer.getByText('运营商办理中').first()).toBeVisible()
})

test('a pre-cancelled request is reinstated: its number stays, its card is given back', async ({
  staff,
  reviewer,
}) => {
  test.setTimeout(120_000)
  const { reference } = await record(staff, wish(402, { carrier: '中国联通', region: '浙江' }))
  for (const [title, fill] of beforeReview) await noteStep(staff, reference, title, steps[fill])
  await noteStep(staff, reference, '收回实体卡', steps.cardReturned)
  await move(staff, reference, '提交审核')
  await expect(staff.getByText('审核中').first()).toBeVisible()
  await move(reviewer, reference, '审核通过')
  await expect(reviewer.getByText('运营商办理中').first()).toBeVisible()
  await move(reviewer, reference, '登记预销户')
  await expect(reviewer.getByText('已预销户').first()).toBeVisible()
  // Service has stopped: the slip does not say what to do before it does.
  await staff.goto(at(`/requests/${reference}/slip`))
  await expect(staff.getByText(/号码已停用，.*前可以到营业厅恢复/)).toBeVisible()
  await expect(staff.getByText('停机前请先解绑')).toBeHidden()
  await move(reviewer, reference, '恢复号码', (page) =>
    page
      .locator('#moves details')
      .filter({ hasText: '恢复号码' })
      .getByLabel('运营商确认编号')
      .fill('HF-1'),
  )
  await expect(reviewer.getByText('已撤回').first()).toBeVisible()
  await staff.goto(at(`/requests/${reference}`))
  await staff.getByLabel('领取人').fill('机主本人')
  await staff.getByRole('button', { name: '退还卡片' }).click()
  await openTab(staff, '记录')
  await expect(staff.getByText('卡片已退还客户', { exact: true })).toBeVisible()
})

test('a request is assigned to its recorder, listed under mine, and unassigned by a reviewer', async ({
  staff,
  reviewer,
}) => {
  const { reference } = await record(staff, wish(403))
  await expect(staff.getByText('处理人：演示营业员')).toBeVisible()
  await staff.getByRole('button', { name: '退回待认领' }).click()
  await staff.getByRole('button', { name: '认领' }).click()
  await expect(staff.getByText('处理人：演示营业员')).toBeVisible()
  await staff.goto(at('/requests?view=mine'))
  const grouped = reference.replace(/(.{4})(?=.)/g, '$1-')
  await expect(staff.getByRole('row').filter({ hasText: grouped })).toContainText('演示营业员')
  await reviewer.goto(at(`/requests/${reference}`))
  await reviewer.getByRole('button', { name: '退回待认领' }).click()
  await expect(reviewer.getByText('待认领').first()).toBeVisible()
})

test('a request is moved to another store by its slip, and voided for a mistyped number', async ({
  staff,
  browser,
}) => {
  test.setTimeout(120_000)
  makeStore('other', '另一营业厅', [['other@example.test', '别处营业员', 'staff']])
  const other = await signedIn(await (await browser.newContext()).newPage(), 'other@example.test')

  const moved = await record(staff, wish(404))
  await other.goto(at(`/requests/${moved.reference}`))
  await expect(other.getByText('页面不存在')).toBeVisible()
  await other.goto(at('/requests/transfer'))
  await other.getByLabel('受理编号').fill(moved.reference)
  await other.getByLabel('查询码').fill('AAAAAA')
  await other.getByRole('button', { name: '转入本营业厅' }).click()
  await expect(other.getByText('未出示查询码，也未重新核验身份')).toBeVisible()
  await other.getByLabel('查询码').fill(moved.code)
  await other.getByRole('button', { name: '转入本营业厅' }).click()
  await openTab(other, '记录')
  await expect(other.getByText('已转到另一营业厅')).toBeVisible()
  await staff.goto(at(`/requests/${moved.reference}`))
  await expect(staff.getByText('页面不存在')).toBeVisible()

  const mistyped = await record(staff, wish(405))
  // Led there from the record form: no consent is given yet, so the number stands in no address.
  await other.goto(at('/requests/new'))
  await other.getByLabel('手机号码').fill('13800139405')
  await other.getByLabel('机主姓名').focus()
  await other.getByRole('status').getByRole('link', { name: '转入其他营业厅的申请' }).click()
  await expect(other).toHaveURL(/\/requests\/transfer$/)
  await expect(other.getByLabel('手机号码')).toHaveValue('13800139405')
  await other.getByLabel('已在运营商系统核实号码归该机主所有').check()
  await other.getByRole('button', { name: '作废对方申请' }).click()
  await expect(other.getByText('对方申请已作废，现在可以受理。')).toBeVisible()
  await staff.goto(at(`/requests/${mistyped.reference}`))
  await openTab(staff, '记录')
  await expect(staff.getByText('已作废').first()).toBeVisible()
})
