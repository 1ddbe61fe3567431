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
  phone: `138001396${String(serial).slice(-2)}`,
  name: '冯日终',
  serial,
  contactPhone: '13900139666',
  ...change,
})
const beforeReview: [string, keyof typeof steps][] = [
  ['收验材料', 'materials'],
  ['核查销户条件', 'obligations'],
  ['余额和退款方式', 'balance'],
  ['风险告知', 'ticks'],
  ['核对机主身份和号码', 'identity'],
  ['打印并签署申请表', 'ticks'],
  ['收回实体卡', 'cardReturned'],
]

test('at the end of the day mismatches are corrected and the bag goes to destruction', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  makeStore('dusk', '日终营业厅', [
    ['dusk-clerk@example.test', '日终营业员', 'staff'],
    ['dusk-judge@example.test', '日终审核员', 'reviewer'],
  ])
  const page = async (email: string) =>
    signedIn(await (await browser.newContext()).newPage(), email)
  const [clerk, judge] = [
    await page('dusk-clerk@example.test'),
    await page('dusk-judge@example.test'),
  ]

  // One request goes all the way; of another the customer changes their mind, and their card lies
  // in the bag.
  const done = await record(clerk, wish(601))
  for (const [title, fill] of beforeReview)
    await noteStep(clerk, done.reference, title, steps[fill])
  await expect(clerk.getByRole('link', { name: '在封袋 dusk-00001 内' })).toBeVisible()
  await move(clerk, done.reference, '提交审核')
  await expect(clerk.getByText('审核中').first()).toBeVisible()
  await move(judge, done.reference, '审核通过')
  await expect(judge.getByText('运营商办理中').first()).toBeVisible()
  await noteStep(clerk, done.reference, '提交运营商系统', steps.submission)
  await move(judge, done.reference, '办结并出具回执', (on) =>
    on.getByLabel('运营商确认编号').fill('QR-1'),
  )
  await expect(judge.getByText('已注销').first()).toBeVisible()
  const back = await record(clerk, wish(602))
  await noteStep(clerk, back.reference, '核对机主身份和号码', steps.identity)
  await noteStep(clerk, back.reference, '收回实体卡', steps.cardReturned)
  await move(
    clerk,
    back.reference,
    '撤回申请',
    async (on) =>
      void (await on
        .locator('#moves details')
        .filter({ hasText: '撤回申请' })
        .getByLabel('原因')
        .selectOption({ label: '客户改变主意' })),
  )
  await expect(clerk.getByText('已撤回').first()).toBeVisible()

  await clerk.goto(at('/day'))
  await expect(clerk.getByText('申请已终止，应退还卡片')).toBeVisible()
  await expect(clerk.getByText('已办结，回执未交付')).toBeVisible()
  await clerk.locator('summary', { hasText: '退还卡片' }).click()
  await clerk.getByLabel('领取人').fill('机主本人')
  await clerk.getByRole('button', { name: '退还卡片' }).click()
  await expect(clerk.getByText('申请已终止，应退还卡片')).toBeHidden()
  await noteStep(clerk, done.reference, '交付回执', steps.printed)
  await clerk.goto(at('/day'))
  await expect(clerk.getByText('核对无差异')).toBeVisible()

  await clerk.getByRole('link', { name: 'dusk-00001', exact: true }).click()
  await clerk.getByLabel('清点张数').fill('2')
  await clerk.getByRole('button', { name: '封袋' }).click()
  await expect(clerk.getByText('清点张数与记录不符')).toBeVisible()
  await expect(clerk.getByLabel('清点张数')).toHaveValue('2')
  await clerk.getByLabel('清点张数').fill('1')
  await clerk.getByRole('button', { name: '封袋' }).click()
  await expect(clerk.getByText('由 日终营业员 清点 1 张并封袋')).toBeVisible()
  await clerk.getByLabel('接收人').fill('押运员甲')
  await clerk.getByRole('button', { name: '保存移交' }).click()
  await expect(clerk.getByText('由 日终营业员 移交给 押运员甲')).toBeVisible()
  await clerk.getByLabel('监销人').fill('日终营业员')
  await clerk.getByRole('button', { name: '销毁 1 张卡片' }).click()
  await expect(clerk.getByText('请填写另一人的姓名，不能是您自己').first()).toBeVisible()
  await clerk.getByLabel('监销人').fill('见证人乙')
  await clerk.getByRole('button', { name: '销毁 1 张卡片' }).click()
  await expect(clerk.getByText('由 日终营业员 和 见证人乙 销毁')).toBeVisible()
  await clerk.goto(at(`/requests/${done.reference}`))
  await openTab(clerk, '记录')
  await expect(clerk.getByText('卡片已销毁', { exact: true })).toBeVisible()

  // Another store's people find neither the bag nor the day.
  const other = await page('staff@example.test')
  for (const path of ['/bags/dusk-00001', '/day?store=dusk']) {
    await other.goto(at(path))
    await expect(other.getByText('页面不存在')).toBeVisible()
  }
})
