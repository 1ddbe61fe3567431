import type { Page } from '@playwright/test'
import { rateLimits } from '@/lib/rate-limits/limits'
import { type Wish, at, expect, move, noteStep, record, steps, test, openTab } from './counter'
import { type Path, paths } from './journey'

const simInStore = paths.find(({ name }) => name === 'SIM in store') as Path

// A cheap phone in a customer's hand.
test.use({ viewport: { width: 390, height: 780 } })

const wish = (phone: string, serial: number, more: Partial<Wish> = {}): Wish => ({
  cardType: '实体 SIM 卡',
  channel: '营业厅办理',
  carrier: '中国移动',
  region: '上海',
  phone,
  name: '客测试',
  serial,
  contactPhone: '13912345678',
  ...more,
})

/** The customer looks the request up with the slip's code. */
async function lookUp(page: Page, reference: string, code: string) {
  await page.goto(at('/status'))
  await page.getByLabel('受理编号').fill(reference)
  await page.getByLabel('联系电话后四位，或查询码').fill(code)
  await page.getByRole('button', { name: '查询', exact: true }).click()
  await expect(page.getByRole('heading', { name: /^申请 / })).toBeVisible()
}

test("a customer withdraws with the slip's code, and not with the phone's digits alone", async ({
  staff,
  page,
}) => {
  const { reference, code } = await record(staff, wish('13800139901', 91))
  await lookUp(page, reference, '5678')
  await expect(page.getByText('没有已核验的联系方式', { exact: false })).toBeVisible()
  await expect(page.getByText('撤回申请')).toBeHidden()

  await lookUp(page, reference, code)
  // It asks once more, and says what it ends, in the button's own words too.
  await expect(page.getByRole('button', { name: /撤回/ })).toBeHidden()
  await page.locator('summary', { hasText: '撤回申请' }).click()
  const asks = page.getByRole('region', { name: '撤回申请' })
  await expect(asks).toContainText(reference.replace(/(.{4})(?=.)/g, '$1-'))
  await expect(asks).toContainText('138****9901')
  await expect(asks).toContainText('号码继续使用')
  await expect(asks).toContainText('已办步骤作废')
  await asks.getByRole('button', { name: '确认撤回：申请结束，号码继续使用' }).click()
  await expect(page.getByText('申请已撤回，号码不受影响。')).toBeVisible()
  await expect(page.locator('summary', { hasText: '撤回申请' })).toBeHidden()
  await staff.goto(at(`/requests/${reference}`))
  await openTab(staff, '记录')
  await expect(
    staff
      .locator('#history')
      .getByText(/^客户 ·/)
      .first(),
  ).toBeVisible()
})

test('a replaced slip no longer opens or withdraws a request, even where it was open', async ({
  staff,
  page,
}) => {
  const { reference, code } = await record(staff, wish('13800139977', 977))
  // Told of the change, the page would go by itself.
  await page.route('**/api/status/*/events', (route) => route.abort())
  await lookUp(page, reference, code)
  const withdraw = page.locator('summary', { hasText: '撤回申请' })
  await expect(withdraw).toBeVisible()
  await staff.goto(at(`/requests/${reference}/slip`))
  await staff.getByRole('button', { name: '补发查询码' }).click()
  await expect(staff.getByText(code)).toBeHidden()
  // What is sent from the page that is still open is refused.
  await withdraw.click()
  await page.getByRole('button', { name: '确认撤回：申请结束，号码继续使用' }).click()
  await expect(
    page.getByRole('alert').filter({ hasText: '请重新扫描受理单上的二维码' }),
  ).toBeVisible()
  const events = await page.request.get(at(`/api/status/${reference}/events`))
  expect(events.status()).toBe(404)
  await page.goto(at(`/status/${reference}`))
  await expect(page.getByLabel('受理编号')).toBeVisible()
  await expect(withdraw).toBeHidden()
})

test('without scripts, a withdrawal is confirmed, names the returned card, and succeeds', async ({
  staff,
  browser,
}) => {
  const { reference, code } = await record(staff, wish('13800139909', 99))
  for (const [title, fill] of simInStore.before)
    await noteStep(staff, reference, title, steps[fill])
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await lookUp(page, reference, code)
  await page.locator('summary', { hasText: '撤回申请' }).click()
  await expect(page.getByRole('region', { name: '撤回申请' })).toContainText('交来的卡')
  await page.getByRole('button', { name: '确认撤回：申请结束，号码继续使用' }).click()
  await expect(page.getByText('申请已撤回，号码不受影响。')).toBeVisible()
  await context.close()
})

/**
 * The newest code that was sent to a request's contact: nothing is connected here, so the outbox
 * shows it, since a demo account opened the request.
 */
async function codeSent(staff: Page, reference: string, known: readonly string[] = []) {
  const sent = staff
    .getByRole('row')
    .filter({ hasText: reference.replace(/(.{4})(?=.)/g, '$1-') })
    .filter({ hasText: '验证码' })
  await staff.goto(at('/outbox'))
  const codes = (await sent.allInnerTexts()).flatMap(
    (text) => text.match(/验证码 (\d{6})/)?.[1] ?? [],
  )
  return codes.find((code) => !known.includes(code)) ?? ''
}

test('only a one-time code to a contact confirmed at the counter gives full access', async ({
  staff,
  page,
}) => {
  const { reference } = await record(staff, wish('13800139904', 94))
  await lookUp(page, reference, '5678')
  await expect(page.getByText('没有已核验的联系方式', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: '发送验证码' })).toBeHidden()

  // The clerk has a code sent; the customer reads it back.
  await staff.goto(at(`/requests/${reference}`))
  await staff.getByRole('button', { name: '发送验证码' }).click()
  await expect(staff.getByText('已发送，10 分钟内有效。')).toBeVisible()
  const outbox = await staff.context().newPage()
  const first = await codeSent(outbox, reference)
  await outbox.close()
  await staff.getByLabel('验证码').fill(first === '000000' ? '000001' : '000000')
  await staff.getByRole('button', { name: '核验', exact: true }).click()
  await expect(staff.getByText('验证码错误或已过期').first()).toBeVisible()
  await staff.getByLabel('验证码').fill(first)
  await staff.getByRole('button', { name: '核验', exact: true }).click()
  await expect(staff.getByText('· 已核验')).toBeVisible()

  await page.getByRole('button', { name: '发送验证码' }).click()
  await expect(page.getByText('已发送，10 分钟内有效。', { exact: false })).toBeVisible()
  await page.getByLabel('验证码').fill('12')
  await page.getByRole('button', { name: '验证', exact: true }).click()
  await expect(page.getByText('验证码是 6 位数字').first()).toBeVisible()
  const code = await codeSent(staff, reference, [first])
  await page.getByLabel('验证码').fill(first)
  await page.getByRole('button', { name: '验证', exact: true }).click()
  await expect(page.getByText('验证码错误或已过期').first()).toBeVisible()
  await page.getByLabel('验证码').fill(code)
  await page.getByRole('button', { name: '验证', exact: true }).click()
  await expect(page.locator('summary', { hasText: '撤回申请' })).toBeVisible()
  await staff.goto(at(`/requests/${reference}`))
  await openTab(staff, '通知')
  await expect(staff.getByRole('heading', { name: '通知记录' })).toBeVisible()
  await expect(staff.getByText('通道不可用，暂未发送').first()).toBeVisible()
})

test('an online request is submitted from home, followed live on the status page', async ({
  staff,
  reviewer,
  page,
}) => {
  test.setTimeout(180_000)
  const { reference, code } = await record(
    staff,
    wish('13800139902', 92, { channel: '网上办理', region: '广东' }),
  )
  for (const [title, fill] of [
    ['查验证件照片', 'materials'],
    ['核对机主身份和号码', 'identity'],
    ['核查销户条件', 'obligations'],
    ['余额和退款方式', 'balance'],
    ['风险告知', 'ticks'],
  ] as const)
    await noteStep(staff, reference, title, steps[fill])

  await lookUp(page, reference, code)
  await page.getByLabel('运营商流水号').fill('WEB-7')
  await page.getByRole('button', { name: '保存流水号' }).click()
  await expect(page.getByText('请勾选确认').first()).toBeVisible()
  await expect(page.getByLabel('运营商流水号')).toHaveValue('WEB-7')
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: '保存流水号' }).click()
  await expect(page.getByText('已收到。')).toBeVisible()
  await page.getByRole('button', { name: '提交审核' }).click()
  await expect(page.getByText('申请已提交，正在审核。')).toBeVisible()

  // The reviewer asks; the customer's page says so by itself.
  await move(reviewer, reference, '要求补充材料', async (on) =>
    on.getByLabel('查验证件照片').fill('反面看不清'),
  )
  await expect(page.getByText('请补充材料，审核时限已暂停')).toBeVisible()
  const answer = page.getByLabel('上传证件照片：反面看不清')
  await page.getByRole('button', { name: '提交补充' }).click()
  await expect(page.getByText('还不能办理：')).toBeVisible()
  await answer.fill('已重新带到营业厅')
  await page.getByRole('button', { name: '提交补充' }).click()
  await expect(page.getByText('申请已提交，正在审核。')).toBeVisible()

  // What was asked and what was answered stand side by side before who decides, in the history, and
  // on the customer's own page.
  await reviewer.goto(at(`/requests/${reference}`))
  const told = reviewer.getByRole('region', { name: '补充要求与答复' })
  await expect(told.getByText('反面看不清')).toBeVisible()
  await expect(told.getByText('已重新带到营业厅')).toBeVisible()
  await openTab(reviewer, '记录')
  const history = reviewer.locator('#history')
  await expect(history.getByText('反面看不清')).toBeVisible()
  await expect(history.getByText('已重新带到营业厅')).toBeVisible()
  await expect(page.getByText('已重新带到营业厅')).toBeVisible()

  await move(reviewer, reference, '审核通过', async (on) =>
    on.getByLabel('运营商的审核结果或流水号').fill('已受理'),
  )
  await move(reviewer, reference, '办结并出具回执', async (on) =>
    on.getByLabel('运营商确认编号').fill('OK-1'),
  )
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('已收到。')).toBeVisible()
  await expect(page.getByRole('checkbox').first()).toBeChecked()
  await page.getByRole('button', { name: '我已收到退款' }).click()
  await expect(page.getByText('¥12.80 · 已退')).toBeVisible()
  await page.getByRole('button', { name: '满意', exact: true }).click()
  await expect(page.getByText('谢谢您的评价：满意。')).toBeVisible()
  await page.goto(at(`/en/status/${reference}`))
  await expect(page.getByText('Cancelled', { exact: true }).first()).toBeVisible()
})

test('blocks guesses at the last four digits, but not the holder of the slip', async ({
  staff,
  page,
}) => {
  const { reference, code } = await record(staff, wish('13800139903', 93))
  const tryCode = async (secret: string) => {
    // Not by reloading: what was sent before the page's code was there is a form's answer, and
    // would be sent again.
    await page.goto(at('/status'))
    await page.getByLabel('受理编号').fill(reference)
    await page.getByLabel('联系电话后四位，或查询码').fill(secret)
    await page.getByRole('button', { name: '查询', exact: true }).click()
  }
  for (let count = 0; count < rateLimits.phone_from.points; count++) {
    await tryCode(String(1000 + count))
    await expect(page.getByText('未查到申请。', { exact: false })).toBeVisible()
  }
  await tryCode('5678')
  await expect(page.getByText(/查询次数太多，请过 \d+ 分钟再试/)).toBeVisible()
  await expect(page.getByLabel('联系电话后四位，或查询码')).toHaveValue('5678')
  await tryCode(code)
  await expect(page.locator('summary', { hasText: '撤回申请' })).toBeVisible()
})

test('a question is answered from the queue and shown by its status or number', async ({
  staff,
  page,
  browser,
}) => {
  const { reference, code } = await record(staff, wish('13800139905', 95))
  await lookUp(page, reference, code)
  await page.locator('#content').getByRole('link', { name: '咨询投诉' }).click()
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByText('必填').first()).toBeVisible()
  await page.getByLabel('内容').fill('卡丢了还能办吗？')
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('heading', { name: '已收到' })).toBeVisible()

  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(at('/en/ask'))
  await stranger.getByRole('radio', { name: 'Complaint' }).check()
  await stranger.getByLabel('Your message').fill('Nobody <b>answered</b> the phone')
  await stranger.getByLabel('Reference or receipt number').fill(reference)
  await stranger.getByLabel('Contact (optional)').fill('not a contact')
  await stranger.getByRole('button', { name: 'Send' }).click()
  await expect(
    stranger.getByText('Enter a phone number or an e-mail address').first(),
  ).toBeVisible()
  await stranger.getByLabel('Contact (optional)').fill('me@example.test')
  await stranger.getByRole('button', { name: 'Send' }).click()
  await expect(stranger.getByText('Nobody <b>answered</b> the phone')).toBeVisible()

  await staff.goto(at('/questions'))
  const row = staff.getByRole('listitem').filter({ hasText: '卡丢了还能办吗？' })
  await expect(
    row.getByRole('link', { name: reference.replace(/(.{4})(?=.)/g, '$1-') }),
  ).toBeVisible()
  await row.getByLabel('答复（原样显示给客户）').fill('能，带上身份证件即可。')
  await row.getByRole('button', { name: '答复' }).click()
  await expect(staff.getByText('已保存')).toBeVisible()
  // One that only quotes the number does not belong to the request.
  await expect(
    staff.getByRole('listitem').filter({ hasText: 'Nobody <b>answered</b>' }),
  ).toContainText(`编号：${reference}`)
  await page.goto(at(`/status/${reference}`))
  await expect(page.getByText('答复：能，带上身份证件即可。')).toBeVisible()
  await expect(page.getByText('answered the phone')).toBeHidden()
})

test("the guide shows the region's services, the alternative, and the ticked steps", async ({
  page,
}) => {
  await page.goto(at('/guide/esim/online'))
  await page.getByLabel('运营商', { exact: true }).selectOption({ label: '中国移动' })
  await page.getByLabel('号码归属地').selectOption({ label: '北京' })
  await page.getByRole('button', { name: '查看' }).click()
  await expect(page.getByText('中国移动在北京不支持此办理方式。')).toBeVisible()
  await page.getByRole('link', { name: 'eSIM · 营业厅办理' }).click()
  await expect(page.getByText('中国移动在北京支持此办理方式', { exact: false })).toBeVisible()
  const box = page.locator('#materials').getByRole('checkbox').first()
  await box.check()
  await page.goto(at('/guide/sim/in-store'))
  await expect(page.locator('#materials').getByRole('checkbox').first()).not.toBeChecked()
  await page.goto(at('/guide/esim/in-store'))
  await expect(box).toBeChecked()
})

test('in English, a mistyped reference is reported, then the request is withdrawn', async ({
  staff,
  page,
}) => {
  const { reference, code } = await record(staff, wish('13800139907', 97))
  await page.goto(at('/en/status'))
  await page
    .getByLabel('Reference')
    .fill(`${reference.slice(0, -1)}${reference.endsWith('2') ? '3' : '2'}`)
  await page.getByLabel('Last four digits', { exact: false }).fill(code)
  await page.getByRole('button', { name: 'Track' }).click()
  await expect(page.getByText('Check the reference', { exact: false })).toBeVisible()
  await page.getByLabel('Reference').fill(reference)
  await page.getByRole('button', { name: 'Track' }).click()
  await expect(page.getByRole('heading', { name: /^Request / })).toBeVisible()
  await page.locator('#content').getByRole('link', { name: 'Contact us' }).click()
  await page.getByLabel('Your message').fill('When is my balance paid back?')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('When is my balance paid back?')).toBeVisible()
  await page.goto(at(`/en/status/${reference}`))
  await expect(page.getByText('When is my balance paid back?')).toBeVisible()
  await page.locator('summary', { hasText: 'Withdraw request' }).click()
  await page
    .getByRole('button', { name: 'Withdraw: the request ends, the number stays active' })
    .click()
  await expect(page.getByText('Your request is withdrawn. Your number is unchanged.')).toBeVisible()
})
