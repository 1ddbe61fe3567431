// How accounts are guarded: on a desk of its own, since its settings count for everybody.
import type { Browser, Page } from '@playwright/test'
import { totpCode } from '@/lib/accounts/factors/totp'
import { withClient } from '@/lib/ops/database/roles'
import { freePort } from '@/lib/ops/start/free-port'
import { runningDatabase } from '@/lib/ops/start/database'
import { smtpServer } from '../factories/gateways'
import { client, startProvider } from '../factories/identities'
import { confirm } from './confirm'
import { expect, test } from './counter'
import { password } from './desk'
import { type ScratchDesk, startScratchDesk } from './scratch-desk'

test.describe.configure({ mode: 'serial' })
test.setTimeout(120_000)

const unsure = 'unsure@example.test'
let desk: ScratchDesk
let smtp: Awaited<ReturnType<typeof smtpServer>>
let provider: Awaited<ReturnType<typeof startProvider>>

test.beforeAll(async () => {
  const [port, own] = [await freePort(), await freePort()]
  smtp = await smtpServer()
  desk = await startScratchDesk({
    PORT: String(own),
    SMTP_URL: smtp.url,
    MAIL_FROM: 'desk@example.test',
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
  await smtp.close()
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

test('a colleague is invited by mail, and a lost password replaced by mail', async ({
  browser,
}) => {
  const admin = await fresh(browser, 'admin@example.test')
  await expect(admin.getByRole('heading', { name: '概览' })).toBeVisible()
  await admin.goto(at('/accounts'))
  await admin.getByLabel('电子邮箱').fill('mailed@example.test')
  await admin.getByLabel('姓名', { exact: true }).fill('收信人')
  await admin.getByLabel('营业厅', { exact: true }).selectOption({ label: '演示营业厅' })
  await button(admin, '发送邀请').click()
  await expect(admin.getByText('链接已发送到 mailed@example.test')).toBeVisible()
  await expect(admin.getByText('邀请已发送，对方还没有设置密码', { exact: false })).toBeVisible()
  const linkIn = (place: number) => {
    const mail = smtp.mails[place]
    expect(mail?.to).toMatchObject({ text: 'mailed@example.test' })
    // Both languages; the same link in each.
    const links = [...(mail?.text ?? '').matchAll(/http\S+\/join\/\S+/g)].map(([link]) => link)
    expect(new Set(links).size).toBe(1)
    expect(links).toHaveLength(2)
    return links[0] ?? ''
  }

  // A withdrawn link opens nothing; the one sent again does, once.
  await confirm(admin, button(admin, '撤回链接'), '撤回，收信人不能再用它设置密码')
  await expect(admin.getByText('没有有效的邀请链接', { exact: false })).toBeVisible()
  const page = await (await browser.newContext()).newPage()
  await page.goto(linkIn(0))
  await expect(page.getByRole('heading', { name: '这个链接已失效' })).toBeVisible()
  await button(admin, '重新发送邀请').click()
  await expect(admin.getByText('链接已发送到 mailed@example.test')).toBeVisible()
  const choose = async (who: Page, link: string, chosen: string) => {
    await who.goto(link)
    await who.getByLabel('密码', { exact: true }).fill(chosen)
    await button(who, '设置密码并登录').click()
  }
  await choose(page, linkIn(1), 'a sentence chosen by its owner')
  await expect(page.getByRole('heading', { name: '注销申请' })).toBeVisible()

  // The lost password: until the link is taken, nobody is shut out.
  await admin.reload()
  await button(admin, '发送重设密码的链接').click()
  await expect(admin.getByText('重新设置密码的链接已发出', { exact: false })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: '注销申请' })).toBeVisible()
  const other = await (await browser.newContext()).newPage()
  await choose(other, linkIn(2), 'another sentence of its owner')
  await expect(other.getByRole('heading', { name: '注销申请' })).toBeVisible()
  await page.reload()
  await expect(button(page, '登录')).toBeVisible()
})

test('somebody is signed out everywhere; a device more is asked about again', async ({
  browser,
}) => {
  const admin = await fresh(browser, 'admin@example.test')
  await expect(admin.getByRole('heading', { name: '概览' })).toBeVisible()
  const one = await fresh(browser, 'mailed@example.test', 'another sentence of its owner')
  await expect(one.getByRole('heading', { name: '注销申请' })).toBeVisible()
  await admin.goto(at('/accounts?q=mailed'))
  await admin.getByRole('link', { name: '收信人' }).click()
  const devices = Number(/(\d+) 台设备/.exec(await panel(admin, '登录').innerText())?.[1])
  const question = admin.getByRole('alertdialog')
  await button(admin, '退出所有设备').click()
  const other = await fresh(browser, 'mailed@example.test', 'another sentence of its owner')
  await expect(other.getByRole('heading', { name: '注销申请' })).toBeVisible()
  await button(admin, `让收信人立即退出 ${devices} 台设备`).click()
  await expect(question.getByRole('alert')).toContainText('情况刚有变化')
  await button(admin, `让收信人立即退出 ${devices + 1} 台设备`).click()
  await expect(admin.getByText('对方目前没有登录。')).toBeVisible()
  for (const page of [one, other]) {
    await page.reload()
    await expect(button(page, '登录')).toBeVisible()
  }

  // Escape leaves all as it was, and the focus where it was; one's own access is not offered.
  await button(admin, '停用账号').click()
  await expect(question.getByRole('button', { name: '取消' })).toBeFocused()
  await admin.keyboard.press('Escape')
  await expect(question).toHaveCount(0)
  await expect(button(admin, '停用账号')).toBeFocused()
  await admin.goto(at('/accounts?q=admin@'))
  await admin.getByRole('link', { name: '演示管理员', exact: true }).click()
  await expect(admin.getByText('这是您自己的账号', { exact: false })).toBeVisible()
  for (const name of ['停用账号', '移除', '添加角色', '退出所有设备'])
    await expect(button(admin, name)).toHaveCount(0)
})

test('one’s own password is changed: each fault is said at the form, and other devices end', async ({
  browser,
}) => {
  const [who, now] = ['mailed@example.test', 'another sentence of its owner']
  const one = await fresh(browser, who, now)
  const other = await fresh(browser, who, now)
  await expect(other.getByRole('heading', { name: '注销申请' })).toBeVisible()
  await one.goto(at('/account'))
  const own = panel(one, '密码')
  for (const [typed, wanted, said] of [
    ['wrong one', 'a third sentence of its owner', '当前密码错误'],
    [now, 'short', '至少 15 个字符'],
    [now, 'password12345678', '密码太常见'],
    [now, who, '密码与姓名或邮箱太接近'],
  ] as const) {
    await one.getByLabel('新密码').fill(wanted)
    await own.getByLabel('当前密码').fill(typed)
    await button(one, '修改密码').click()
    await expect(own.getByRole('alert')).toContainText(said)
    await expect(one.getByLabel('新密码')).toHaveValue(wanted)
  }
  await one.getByLabel('新密码').fill('a third sentence of its owner')
  await own.getByLabel('当前密码').fill(now)
  await button(one, '修改密码').click()
  await expect(one.getByText('已保存')).toBeVisible()
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
  await typeSignIn(page, 'staff@example.test', password)
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
  await page.getByLabel('staff@example.test 的密码').fill(password)
  await button(page, '解锁').click()
  await expect(page.getByRole('heading', { name: '屏幕已锁定' })).toBeHidden()
  await expect(page.getByLabel('机主姓名')).toHaveValue('王小明')
})

test('lists devices and signs them out from another one', async ({ browser }) => {
  const [one, two] = [
    await fresh(browser, 'staff@example.test', password),
    await fresh(browser, 'staff@example.test', password),
  ]
  await expect(two.getByRole('heading', { name: '注销申请' })).toBeVisible()
  await one.goto(at('/account'))
  await expect(one.getByText('本机')).toBeVisible()
  await confirm(one, button(one, '退出其他所有设备'), /^立即退出其他/)
  await expect(one.getByText('已保存')).toBeVisible()
  await two.goto(at('/requests'))
  await expect(button(two, '登录')).toBeVisible()
})
