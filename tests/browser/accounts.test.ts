// How accounts are guarded: on a desk of its own, since its settings count for everybody.
import type { Browser, Page } from '@playwright/test'
import { totpCode } from '@/lib/accounts/factors/totp'
import { withClient } from '@/lib/ops/database/roles'
import { freePort } from '@/lib/ops/start/free-port'
import { runningDatabase } from '@/lib/ops/start/database'
import { client, startProvider } from '../factories/identities'
import { confirm } from './confirm'
import { expect, test } from './counter'
import { password } from './desk'
import { type ScratchDesk, startScratchDesk } from './scratch-desk'

test.describe.configure({ mode: 'serial' })
test.setTimeout(120_000)

const unsure = 'unsure@example.test'
let desk: ScratchDesk
let provider: Awaited<ReturnType<typeof startProvider>>

test.beforeAll(async () => {
  const [port, own] = [await freePort(), await freePort()]
  desk = await startScratchDesk({
    PORT: String(own),
    OIDC_ISSUER: `http://localhost:${port}`,
    OIDC_CLIENT_ID: client.client_id,
    OIDC_CLIENT_SECRET: client.client_secret,
    OIDC_NAME: '总部账号',
  })
  provider = await startProvider(port, `http://localhost:${own}`, [unsure])
})
test.afterAll(async () => {
  await provider.stop()
  await desk.stop()
})

const at = (path: string) => `${desk.address}${path}`
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function typeSignIn(page: Page, email: string, secret: string) {
  await page.goto(at('/signin'))
  await page.getByLabel('电子邮箱').fill(email)
  await page.getByLabel('密码', { exact: true }).fill(secret)
  await button(page, '登录').click()
}
async function fresh(browser: Browser, email: string, secret = password) {
  const page = await (await browser.newContext()).newPage()
  await typeSignIn(page, email, secret)
  return page
}
const panel = (page: Page, title: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) })

test('a form says soon that the database does not answer, and keeps what was typed', async ({
  browser,
}) => {
  const staff = await fresh(browser, 'staff@example.test')
  await expect(staff.getByRole('heading', { name: '注销申请' })).toBeVisible()
  await staff.goto(at('/requests/new'))
  await staff.getByLabel('机主姓名').fill('没存成也不丢')
  const url = runningDatabase(desk.folder)?.urls.owner ?? ''
  await withClient(url, async (client) => {
    await client.query('begin')
    await client.query('lock table session in access exclusive mode')
    await button(staff, '受理并打印受理单').click()
    await expect(staff.getByText('服务暂时不可用', { exact: false })).toBeVisible({
      timeout: 20_000,
    })
    await client.query('rollback')
  })
  await expect(staff.getByLabel('机主姓名')).toHaveValue('没存成也不丢')
  await button(staff, '受理并打印受理单').click()
  await expect(staff.getByText('服务暂时不可用', { exact: false })).toBeHidden()
  await expect(staff.getByLabel('机主姓名')).toHaveValue('没存成也不丢')
})

test('roles stay suspended until the given password is replaced by a strong one', async ({
  browser,
}) => {
  const admin = await fresh(browser, 'admin@example.test')
  await expect(admin.getByRole('heading', { name: '概览' })).toBeVisible()
  await admin.goto(at('/accounts?q=staff'))
  await admin.getByRole('link', { name: '演示营业员' }).click()
  await button(admin, '重置密码').click()
  const given = await admin.getByTestId('secret').innerText()

  const staff = await fresh(browser, 'staff@example.test', given)
  await expect(staff.getByText('这是他人给您的临时密码')).toBeVisible()
  await staff.goto(at('/requests'))
  await expect(staff.getByRole('heading', { name: '我的账号' })).toBeVisible()
  const other = await fresh(browser, 'staff@example.test', given)
  await expect(other.getByText('这是他人给您的临时密码')).toBeVisible()

  for (const [now, wanted, said] of [
    ['wrong one', password, '当前密码错误'],
    [given, 'short', '至少 15 个字符'],
    [given, 'password12345678', '密码太常见'],
    [given, 'staff@example.test', '密码与姓名或邮箱太接近'],
  ]) {
    await staff.getByLabel('新密码').fill(wanted ?? '')
    await panel(staff, '密码')
      .getByLabel('当前密码')
      .fill(now ?? '')
    await button(staff, '修改密码').click()
    await expect(panel(staff, '密码').getByRole('alert')).toContainText(said ?? '')
    await expect(staff.getByLabel('新密码')).toHaveValue(wanted ?? '')
  }
  await staff.getByLabel('新密码').fill(`${password} 2`)
  await panel(staff, '密码').getByLabel('当前密码').fill(given)
  await button(staff, '修改密码').click()
  await expect(staff.getByText('已保存')).toBeVisible()
  await staff.goto(at('/requests'))
  await expect(staff.getByRole('heading', { name: '注销申请' })).toBeVisible()
  await other.goto(at('/account'))
  await expect(button(other, '登录')).toBeVisible()
})

test('one-time codes are set up and asked for at sign-in; each works once', async ({ browser }) => {
  const reviewer = await fresh(browser, 'reviewer@example.test')
  await expect(reviewer.getByRole('heading', { name: '注销申请' })).toBeVisible()
  await reviewer.goto(at('/account'))
  await reviewer.getByRole('link', { name: '设置动态验证码' }).click()
  const secret = (await reviewer.getByTestId('totp').innerText()).replaceAll(' ', '')
  const set = panel(reviewer, '动态验证码')
  await set.getByLabel('六位验证码').fill('000000')
  await set.getByLabel('当前密码').fill(password)
  await button(reviewer, '启用').click()
  await expect(set.getByRole('alert')).toContainText('验证码错误')
  const used = totpCode(secret, new Date())
  await set.getByLabel('六位验证码').fill(used)
  await button(reviewer, '启用').click()
  const codes = reviewer.getByTestId('recovery').getByRole('listitem')
  await expect(codes).toHaveCount(10)
  const recovery = await codes.allInnerTexts()

  const again = await fresh(browser, 'reviewer@example.test')
  await expect(again.getByText('请输入动态验证码')).toBeVisible()
  for (const code of ['000000', used]) {
    await again.getByLabel('动态验证码').fill(code)
    await button(again, '登录').click()
    await expect(again.getByRole('alert').getByText('验证码错误')).toBeVisible()
  }
  await again.getByLabel('动态验证码').fill(recovery[0]?.toLowerCase() ?? '')
  await button(again, '登录').click()
  await expect(again.getByRole('heading', { name: '注销申请' })).toBeVisible()
  await again.goto(at('/account'))
  await expect(again.getByText('还剩 9 个')).toBeVisible()

  const third = await fresh(browser, 'reviewer@example.test')
  await third.getByLabel('动态验证码').fill(recovery[0] ?? '')
  await button(third, '登录').click()
  await expect(third.getByRole('alert').getByText('验证码错误')).toBeVisible()
  await third.getByLabel('动态验证码').fill(totpCode(secret, new Date(Date.now() + 30_000)))
  await button(third, '登录').click()
  await expect(third.getByRole('heading', { name: '注销申请' })).toBeVisible()
})

test('a role that needs a second factor is suspended without it; a passkey is one', async ({
  browser,
}) => {
  const context = await browser.newContext()
  const admin = await context.newPage()
  const devices = await context.newCDPSession(admin)
  await devices.send('WebAuthn.enable')
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  await typeSignIn(admin, 'admin@example.test', password)
  await expect(admin.getByRole('heading', { name: '概览' })).toBeVisible()
  await admin.goto(at('/security'))
  await admin.getByRole('checkbox', { name: '管理员' }).check()
  await admin.getByLabel('自动锁屏时间（分钟）').fill('0')
  await button(admin, '保存').click()
  await expect(admin.getByText('超出允许范围').first()).toBeVisible()
  await expect(admin.getByRole('checkbox', { name: '管理员' })).toBeChecked()
  await admin.getByLabel('自动锁屏时间（分钟）').fill('20')
  await button(admin, '保存').click()
  // From the next request on, for whoever asked for it too.
  await expect(admin.getByText('您的角色要求两步验证')).toBeVisible()
  await admin.goto(at('/accounts'))
  await expect(admin.getByRole('heading', { name: '我的账号' })).toBeVisible()
  expect((await admin.request.get(at('/api/audit'))).status()).toBe(403)

  const keys = panel(admin, '通行密钥')
  await keys.getByLabel('名称').fill('前台电脑')
  await keys.getByLabel('当前密码').fill('wrong')
  await button(admin, '添加通行密钥').click()
  await expect(keys.getByRole('alert')).toContainText('当前密码错误')
  await keys.getByLabel('当前密码').fill(password)
  await button(admin, '添加通行密钥').click()
  await expect(admin.getByTestId('recovery').getByRole('listitem')).toHaveCount(10)
  await admin.goto(at('/security'))
  await expect(admin.getByRole('heading', { name: '账号安全' })).toBeVisible()

  await button(admin, '退出登录').click()
  await button(admin, '用通行密钥登录').click()
  await expect(admin.getByRole('heading', { name: '概览' })).toBeVisible()
  await admin.goto(at('/security'))
  await expect(admin.getByRole('checkbox', { name: '管理员' })).toBeChecked()

  // An open screen is not enough to take away what lets one in: the password is asked for.
  await admin.goto(at('/account'))
  await keys.getByText('移除', { exact: true }).click()
  await keys.getByRole('button', { name: '移除通行密钥' }).click()
  await expect(keys.getByText('当前密码错误').first()).toBeVisible()
  await admin.reload()
  await expect(keys.getByText('前台电脑').first()).toBeVisible()

  // The password alone is not enough for an account that has a passkey.
  const thief = await fresh(browser, 'admin@example.test')
  await expect(thief.getByText('这个账号用通行密钥登录')).toBeVisible()
})

test('single sign-on admits only verified addresses that have an account', async ({ browser }) => {
  const signOn = async (login: string) => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(at('/signin'))
    await button(page, '用 总部账号 登录').click()
    await page.locator('[name=login]').fill(login)
    await page.locator('[name=password]').fill('anything')
    await page.locator('button[type=submit]').click()
    await page.locator('button[type=submit]').click()
    return page
  }
  const staff = await signOn('staff@example.test')
  await expect(staff.getByRole('heading', { name: '注销申请' })).toBeVisible()
  await staff.goto(at('/account'))
  await expect(staff.getByText('单点登录，')).toBeVisible()
  for (const login of ['nobody@example.test', unsure]) {
    const other = await signOn(login)
    await expect(other.getByText('该邮箱没有账号')).toBeVisible()
  }
})

test('an idle screen locks, also on the server; unlocking keeps what was typed', async ({
  browser,
}) => {
  // High enough that nothing scrolls: scrolling is a hand's sign, and is told when the page comes
  // to it.
  const page = await (
    await browser.newContext({ viewport: { width: 1440, height: 3000 } })
  ).newPage()
  // What the page before left would say that this one listens already.
  await page.addInitScript(() => localStorage.removeItem('desk-last-hand'))
  await page.clock.install()
  await typeSignIn(page, 'staff@example.test', `${password} 2`)
  await expect(page.getByRole('heading', { name: '注销申请' })).toBeVisible()
  await page.goto(at('/requests/new'))
  await page.getByLabel('机主姓名').fill('王小明')
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('desk-last-hand')))
    .not.toBeNull()
  await page.clock.fastForward('19:00')
  await expect(page.getByRole('heading', { name: '屏幕已锁定' })).toBeHidden()
  await page.clock.fastForward('02:00')
  await expect(page.getByRole('heading', { name: '屏幕已锁定' })).toBeVisible()
  await expect.poll(async () => (await page.request.get(at('/api/reports'))).status()).toBe(403)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: '屏幕已锁定' })).toBeVisible()
  await page.getByLabel('staff@example.test 的密码').fill('wrong')
  await button(page, '解锁').click()
  await expect(page.getByText('密码错误，请重试。')).toBeVisible()
  await page.getByLabel('staff@example.test 的密码').fill(`${password} 2`)
  await button(page, '解锁').click()
  await expect(page.getByRole('heading', { name: '屏幕已锁定' })).toBeHidden()
  await expect(page.getByLabel('机主姓名')).toHaveValue('王小明')
})

test('lists devices and signs them out from another one', async ({ browser }) => {
  const [one, two] = [
    await fresh(browser, 'staff@example.test', `${password} 2`),
    await fresh(browser, 'staff@example.test', `${password} 2`),
  ]
  await expect(two.getByRole('heading', { name: '注销申请' })).toBeVisible()
  await one.goto(at('/account'))
  await expect(one.getByText('本机')).toBeVisible()
  await confirm(one, button(one, '退出其他所有设备'), /^立即退出其他/)
  await expect(one.getByText('已保存')).toBeVisible()
  await two.goto(at('/requests'))
  await expect(button(two, '登录')).toBeVisible()
})
