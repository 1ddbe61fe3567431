import { at, expect, fillRecord, openGroup, openRequest, record, signedIn, test } from './counter'
import { newClerk } from './new-clerk'

const wish = {
  cardType: 'eSIM',
  channel: '营业厅办理',
  carrier: '中国电信',
  region: '江苏',
  phone: '13800139951',
  name: '草稿甲',
  serial: 141,
  contactPhone: '13900139951',
} as const
const place = 'requests/new'

test('a draft survives a closed tab, a new device and an expired session until sent', async ({
  admin,
  browser,
}) => {
  test.setTimeout(120_000)
  const first = await newClerk(admin, browser, 'drafts@example.test')
  const kept = first.waitForResponse(
    (answer) =>
      answer.url().endsWith('/api/drafts') && answer.request().method() === 'PUT' && answer.ok(),
  )
  await fillRecord(first, wish)
  await kept
  // The last keys go when the page is left.
  await first.getByLabel('机主姓名').fill('草稿甲乙')
  const leaving = first.waitForResponse(
    (answer) => answer.url().endsWith('/api/drafts') && answer.request().method() === 'PUT',
  )
  await first.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await leaving
  await first.close()

  const second = await signedIn(await (await browser.newContext()).newPage(), 'drafts@example.test')
  await second.goto(at('/requests/new'))
  await expect(second.getByText('未保存的内容')).toBeVisible()
  await expect(second.getByLabel('机主姓名')).toHaveValue('')
  await second.getByRole('button', { name: '恢复' }).click()
  await expect(second.getByLabel('机主姓名')).toHaveValue('草稿甲乙')
  await expect(second.getByRole('radio', { name: 'eSIM' })).toBeChecked()
  await expect(second.getByLabel('号码归属地')).toHaveValue('CN-JS')
  await expect(second.getByLabel('手机号码')).toHaveValue('138 0013 9951')
  await expect(second.getByLabel('客户同意为办理销户处理其个人信息')).toBeChecked()

  // The session is over: the note is refused, and what was typed is there after signing in again.
  await second.context().clearCookies()
  await second.getByRole('button', { name: '受理并打印受理单' }).click()
  await expect(second.getByText('登录已过期', { exact: false })).toBeVisible()
  await expect(second.getByLabel('机主姓名')).toHaveValue('草稿甲乙')
  await signedIn(second, 'drafts@example.test')
  await second.goto(at('/requests/new'))
  await second.getByRole('button', { name: '恢复' }).click()
  await expect(second.getByLabel('手机号码')).toHaveValue('138 0013 9951')
  await second.getByRole('button', { name: '受理并打印受理单' }).click()
  await expect(second.getByText('受理单已打印')).toBeVisible()
  expect((await second.request.get(at(`/api/drafts?place=${place}`))).status()).toBe(404)
})

test('a form that was refused is kept, and so is one that is left by a link', async ({
  admin,
  browser,
}) => {
  test.setTimeout(120_000)
  const page = await newClerk(admin, browser, 'refused@example.test')
  await page.goto(at('/requests/new'))
  await page.getByLabel('机主姓名').fill('没填完')
  await page.getByRole('button', { name: '受理并打印受理单' }).click()
  await expect(page.getByText('请选择销户原因', { exact: true })).toBeVisible()
  await expect(page.getByText('请输入要注销的手机号码', { exact: true })).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: '恢复' }).click()
  await expect(page.getByLabel('机主姓名')).toHaveValue('没填完')
  await page.getByLabel('机主姓名').press('End')
  await page.keyboard.type('也不丢')
  await page.getByRole('link', { name: '注销申请', exact: true }).click()
  await expect(page).toHaveURL(/\/requests$/)
  await page.getByRole('link', { name: '新建申请', exact: true }).first().click()
  await page.getByRole('button', { name: '恢复' }).click()
  await expect(page.getByLabel('机主姓名')).toHaveValue('没填完也不丢')
})

test('an offered draft moves nothing under the hand: a click that is under way arrives', async ({
  admin,
  browser,
}) => {
  test.setTimeout(120_000)
  const page = await newClerk(admin, browser, 'under-hand@example.test')
  await page.goto(at('/requests/new'))
  await page.getByLabel('机主姓名').fill('上一位客户')
  await page.getByRole('button', { name: '受理并打印受理单' }).click()
  await expect(page.getByText('请选择销户原因', { exact: true })).toBeVisible()
  // The offer comes while the button of the mouse is down.
  let offer = () => {}
  const held = new Promise<void>((resolve) => {
    offer = resolve
  })
  await page.route('**/api/drafts?*', async (route) => {
    await held
    await route.continue()
  })
  await page.reload()
  const keep = page.getByRole('radio', { name: '不保留，办理销户' })
  await expect(keep).toBeEnabled()
  await keep.hover()
  await page.mouse.down()
  offer()
  await expect(page.getByRole('button', { name: '恢复' })).toBeVisible()
  await page.mouse.up()
  await expect(keep).toBeChecked()
})

test("a draft is only its owner's, and is not accepted for an unknown form", async ({
  staff,
  reviewer,
}) => {
  const put = (data: object) => staff.request.put(at('/api/drafts'), { data })
  expect(
    (
      await put({ place: 'requests/23456789ABCD/phase/before_review', fields: [['words', '备注']] })
    ).status(),
  ).toBe(204)
  expect(
    await (
      await staff.request.get(at('/api/drafts?place=requests/23456789ABCD/phase/before_review'))
    ).json(),
  ).toMatchObject({ fields: [['words', '备注']] })
  expect(
    (
      await reviewer.request.get(at('/api/drafts?place=requests/23456789ABCD/phase/before_review'))
    ).status(),
  ).toBe(404)
  for (const bad of [
    { place: '../x', fields: [] },
    { place, fields: [['a', 1]] },
    { place, fields: [['a', 'x'.repeat(6000)]] },
    null,
  ])
    expect((await put(bad as object)).status(), JSON.stringify(bad)?.slice(0, 40)).toBe(422)
  await staff.request.delete(at('/api/drafts?place=requests/23456789ABCD/phase/before_review'))
  expect(
    (
      await staff.request.get(at('/api/drafts?place=requests/23456789ABCD/phase/before_review'))
    ).status(),
  ).toBe(404)
})

test('what was typed into a phase goes along with a link, and is offered again', async ({
  staff,
}) => {
  const { reference } = await record(staff, {
    ...wish,
    phone: '13800139952',
    name: '草稿丙',
    serial: 142,
    contactPhone: '13900139952',
  })
  const groups = async () => {
    await openRequest(staff, reference)
    await openGroup(staff, '余额和退款方式')
  }
  await groups()
  await staff.getByLabel('余额（元）').fill('12.80')
  const kept = staff.waitForResponse(
    (answer) => answer.url().endsWith('/api/drafts') && answer.request().method() === 'PUT',
  )
  await staff.getByRole('link', { name: '日终核对' }).click()
  expect((await kept).status()).toBe(204)
  await groups()
  await expect(staff.getByLabel('余额（元）')).toHaveValue('')
  await staff.getByRole('button', { name: '恢复' }).click()
  await expect(staff.getByLabel('余额（元）')).toHaveValue('12.80')
})
