import { makeReference } from '@/lib/domain/identifiers/reference'
import { at, expect, record, test } from './counter'
import { password } from './desk'

const wish = {
  cardType: '实体 SIM 卡',
  channel: '营业厅办理',
  carrier: '中国移动',
  region: '上海',
  phone: '13800139301',
  name: '吴公开',
  serial: 301,
  contactPhone: '13900139331',
} as const

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the status can be looked up, and every wrong entry gets the same answer', async ({
    page,
    staff,
  }) => {
    const { reference } = await record(staff, wish)
    const answers: string[] = []
    const other = makeReference(new Uint8Array(32).fill(7))
    for (const [typed, secret] of [
      [reference, '0000'],
      [other, '9331'],
      [reference, 'AAAAAA'],
    ]) {
      await page.goto(at('/status'))
      await page.getByLabel('受理编号').fill(typed ?? '')
      await page.getByLabel('联系电话后四位，或查询码').fill(secret ?? '')
      await page.getByRole('button', { name: '查询' }).click()
      answers.push(
        await page.getByRole('alert').or(page.locator('[id$=-error]')).first().innerText(),
      )
      await expect(page.getByLabel('受理编号')).toHaveValue(typed ?? '')
    }
    expect(new Set(answers).size).toBe(1)
    await page.getByLabel('受理编号').fill(reference)
    await page.getByLabel('联系电话后四位，或查询码').fill('9331')
    await page.getByRole('button', { name: '查询' }).click()
    await expect(page.getByText('申请已登记，部分材料还待核对。')).toBeVisible()
    await page.getByRole('button', { name: '退出' }).click()
    await page.goto(at(`/status/${reference}`))
    await expect(page.getByRole('heading', { name: '查询申请进度' })).toBeVisible()
  })

  test('a question can be asked; faults are shown with everything typed still there', async ({
    page,
  }) => {
    await page.goto(at('/ask'))
    await page.getByRole('radio', { name: '投诉' }).check()
    await page.getByLabel('内容').fill('柜台说要等两个月，是真的吗？')
    await page.getByLabel('受理编号或回执编号（选填）').fill('ABC-1')
    await page.getByLabel('营业厅').selectOption({ index: 1 })
    const store = await page.getByLabel('营业厅').inputValue()
    await page.getByLabel('联系方式').fill('随便')
    await page.getByRole('button', { name: '提交' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1)
    await expect(page.getByLabel('联系方式')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByRole('radio', { name: '投诉' })).toBeChecked()
    for (const [label, typed] of [
      ['内容', '柜台说要等两个月，是真的吗？'],
      ['受理编号或回执编号（选填）', 'ABC-1'],
      ['营业厅', store],
      ['联系方式', '随便'],
    ] as const)
      await expect(page.getByLabel(label)).toHaveValue(typed)
    await page.getByLabel('联系方式').fill('13900139332')
    await page.getByRole('button', { name: '提交' }).click()
    await expect(page.getByRole('heading', { name: '已收到' })).toBeVisible()
  })
})

test('keeps what was typed into the look-up before its scripts loaded', async ({ page }) => {
  let [held, release] = [0, () => {}]
  const typed = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    held += 1
    await typed
    await route.continue()
  })
  await page.goto(at('/status'), { waitUntil: 'commit' })
  await page.getByLabel('受理编号').fill('ABCD-EFGH-JKLM')
  await expect.poll(() => held).toBeGreaterThan(3)
  release()
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('form') ?? {}).some((name) =>
      name.startsWith('__reactProps'),
    ),
  )
  await expect(page.getByLabel('受理编号')).toHaveValue('ABCD-EFGH-JKLM')
  // From here on an answer comes without a page of its own.
  await page.evaluate(() => {
    document.body.dataset.same = ''
  })
  await page.getByRole('button', { name: '查询' }).click()
  await expect(page.getByText('受理编号可能有误')).toBeVisible()
  await expect(page.locator('body[data-same]')).toBeVisible()
})

test('distinguishes a mistyped reference from an unknown one', async ({ page }) => {
  await page.goto(at('/status'))
  await page.getByLabel('受理编号').fill('ABCD-EFGH-JKLM')
  await page.getByLabel('联系电话后四位，或查询码').fill('1234')
  await page.getByRole('button', { name: '查询' }).click()
  await expect(page.getByText('受理编号可能有误，请对照受理单核对。')).toBeVisible()
})

test("the slip's QR link opens the status, and a void one opens the look-up", async ({
  staff,
  page,
}) => {
  const { reference } = await record(staff, { ...wish, phone: '13800139302', serial: 302 })
  await staff.goto(at(`/requests/${reference}/slip`))
  await staff.getByRole('button', { name: '补发查询码' }).click()
  await expect(staff.getByTestId('slip-code')).toBeVisible()
  await page.goto(at(`/s/${reference}/AAAAAAAAAAAAAAAAAAAAAA`))
  await expect(page.getByRole('heading', { name: '查询申请进度' })).toBeVisible()
})

test('a wrong e-mail and a wrong password get the same answer', async ({ page }) => {
  for (const email of ['staff@example.test', 'nobody@example.test']) {
    await page.goto(at('/signin'))
    await page.getByLabel('电子邮箱').fill(email)
    await page.getByLabel('密码', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.getByRole('alert').getByText('邮箱或密码错误，请检查后重试。')).toBeVisible()
  }
})

test('anonymous users cannot open the desk', async ({ page }) => {
  for (const path of ['/requests', '/requests/new', '/requests/23456789ABCD']) {
    await page.goto(at(path))
    await expect(page.getByRole('heading', { name: '员工登录' })).toBeVisible()
  }
})

test('the header marks the current page, on the home page too', async ({ page }) => {
  for (const [path, name] of [
    ['/', '办理指引'],
    ['/en', 'Guide'],
    ['/guide/sim/online', '办理指引'],
    ['/status', '查询进度'],
  ] as const) {
    await page.goto(at(path))
    await expect(page.getByRole('navigation').locator('[aria-current=page]')).toHaveText(name)
  }
})

test('the language switch keeps the page', async ({ page }) => {
  await page.goto(at('/guide/esim/online'))
  await page
    .getByRole('link', { name: '切换到英文' })
    .or(page.getByRole('link', { name: 'Switch to English' }))
    .click()
  await expect(page).toHaveURL(/\/en\/guide\/esim\/online/)
  await expect(page.getByRole('heading', { name: 'What to bring' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('reports a receipt that was never issued', async ({ page }) => {
  await page.goto(at('/verify/23456789ABCD'))
  await expect(page.getByText('没有该编号的回执')).toBeVisible()
})

test('an administrator sees an account of their own and no requests', async ({ page }) => {
  await page.goto(at('/signin'))
  await page.getByLabel('电子邮箱').fill('admin@example.test')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('heading', { name: '概览' })).toBeVisible()
  await page.goto(at('/account'))
  await expect(page.getByText('管理员不查看客户的申请，也看不到证件号码。')).toBeVisible()
  for (const path of ['/requests', '/requests/new', '/requests/23456789ABCD']) {
    await page.goto(at(path))
    await expect(page.getByText('页面不存在')).toBeVisible()
  }
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByRole('heading', { name: '员工登录' })).toBeVisible()
  await page.goto(at('/account'))
  await expect(page.getByRole('heading', { name: '员工登录' })).toBeVisible()
})
