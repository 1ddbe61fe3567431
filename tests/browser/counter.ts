// What people do at the counter, in their words: the journeys are told with these.
import {
  type Browser,
  type BrowserContext,
  type Cookie,
  type Locator,
  type Page,
  expect,
  test as base,
} from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { demoIccid, residentId } from '@/lib/ops/seed/demo-people'
import { password } from './desk'

export const at = (path: string) => `${process.env.DESK_ADDRESS}${path}`

type Use = (page: Page) => Promise<void>
type Home = { path: string; heading: string }
const list: Home = { path: '/requests', heading: '注销申请' }
const overview: Home = { path: '/overview', heading: '概览' }

type Kept = { context: BrowserContext; place: Page; cookies: Cookie[] }

/**
 * This worker's browsers, by who signs in there: to start one and to sign in anew took each test
 * seconds.
 */
const browsers = new Map<string, Kept>()

async function newBrowser(browser: Browser): Promise<Kept> {
  // They have scripts, also where the test's own reader has none.
  const context = await browser.newContext({ javaScriptEnabled: true })
  const place = await context.newPage()
  // One page stays at the desk, where nothing follows what happens: the browser's process for it
  // goes on.
  await place.goto(at('/api/health/live'))
  return { context, place, cookies: [] }
}

/**
 * A page of somebody who has signed in; closed at the end, so that nobody seems to be there still,
 * and with it whatever else the test has left in that browser.
 */
const pageOf =
  (email: string, home = list) =>
  async ({ browser }: { browser: Browser }, use: Use) => {
    const kept = browsers.get(email) ?? (await newBrowser(browser))
    browsers.set(email, kept)
    const { context, place } = kept
    const page = await context.newPage()
    await page.goto(at(home.path))
    if (new URL(page.url()).pathname === '/signin') {
      await signedIn(page, email, home.heading)
      kept.cookies = await context.cookies()
    }
    await use(page)
    for (const left of context.pages()) if (left !== place) await left.close()
    await place.evaluate(() => localStorage.clear())
    await context.clearCookies()
    await context.addCookies(kept.cookies)
  }

export const test = base.extend<{ staff: Page; reviewer: Page; admin: Page; tidy: undefined }>({
  staff: pageOf('staff@example.test'),
  reviewer: pageOf('reviewer@example.test'),
  admin: pageOf('admin@example.test', overview),
  // A page left open would go on following what all later tests change.
  tidy: [
    async ({ browser }, use) => {
      await use(undefined)
      const stay = [...browsers.values()].map(({ context }) => context)
      for (const context of browser.contexts()) if (!stay.includes(context)) await context.close()
    },
    { auto: true },
  ],
})
export { expect }

export async function signedIn(page: Page, email: string, heading = list.heading) {
  await page.goto(at('/signin'))
  await page.getByLabel('电子邮箱').fill(email)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('heading', { name: heading })).toBeVisible()
  return page
}

export type Wish = {
  cardType: '实体 SIM 卡' | 'eSIM'
  channel: '营业厅办理' | '网上办理'
  carrier: string
  region: string
  phone: string
  name: string
  serial: number
  contactPhone: string
}

/** Fills the record form as the conversation goes, up to the button. */
export async function fillRecord(page: Page, wish: Wish) {
  await page.goto(at('/requests/new'))
  await page.getByLabel('不保留，办理销户').check()
  await page.getByRole('radio', { name: wish.cardType }).check()
  await page.getByRole('radio', { name: wish.channel }).check()
  await page.getByLabel('运营商', { exact: true }).selectOption({ label: wish.carrier })
  await page.getByLabel('号码归属地').selectOption({ label: wish.region })
  await page.getByLabel('手机号码').fill(wish.phone)
  await page.getByLabel('机主姓名').fill(wish.name)
  await page.getByLabel('证件号码', { exact: true }).fill(residentId(wish.serial))
  await page.getByLabel('联系电话').fill(wish.contactPhone)
  await page.getByRole('radio', { name: '不再需要' }).check()
  await page.getByLabel('客户同意为办理销户处理其个人信息').check()
}

/** Records the request and stands on it; gives its reference and the slip's code, as printed. */
export async function record(page: Page, wish: Wish) {
  await fillRecord(page, wish)
  await page.getByRole('button', { name: '受理并打印受理单' }).click()
  await expect(page.getByText('受理单已打印')).toBeVisible()
  // The sheet is not on the screen: what it says has no inner text.
  const onSlip = async (what: string) => (await page.getByTestId(what).first().textContent()) ?? ''
  const reference = (await onSlip('reference')).replaceAll('-', '')
  return { reference, code: await onSlip('slip-code') }
}

/** The request's page; where it is open it stays so, and has to follow by itself what others do. */
export async function openRequest(page: Page, reference: string) {
  const path = `/requests/${reference}`
  if (new URL(page.url()).pathname !== path) await page.goto(at(path))
}

/** Shows a tab of the request's page: 概要, 资料, 通知 or 记录. */
export const openTab = (page: Page, name: string) =>
  page.getByRole('tab', { name, exact: true }).click()

/** A step's group on the request's page, by its title. */
export const groupOf = (page: Page, title: string) =>
  page.locator('[data-step]').filter({ has: page.getByRole('heading', { name: title, level: 2 }) })

/** Opens a step's group, where it is closed. */
export async function openGroup(page: Page, title: string) {
  const group = groupOf(page, title)
  const head = group.getByRole('heading').getByRole('button')
  if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
  await expect(group).toHaveAttribute('data-open')
  return group
}

/** Opens a step's group and fills it by `fill`, then saves it. */
export async function noteStep(
  page: Page,
  reference: string,
  title: string,
  fill: (page: Page) => Promise<void>,
) {
  await openRequest(page, reference)
  const group = await openGroup(page, title)
  await fill(page)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  // Shown done at once; then the server has said so too.
  await expect(group.getByRole('heading')).toContainText('已完成')
  await expect(group.locator('[aria-busy]')).toHaveCount(0)
}

const checkAll = async (page: Page, role: 'radio' | 'checkbox', name?: string) => {
  for (const control of await page
    .locator('[data-open]')
    .getByRole(role, name ? { name, exact: true } : {})
    .all())
    await control.check()
}

/** A card that no other request has. */
const anyCard = () => demoIccid({ reference: randomUUID(), carrier: 'china-mobile' })

export const steps = {
  materials: (page: Page) => checkAll(page, 'radio', '已提供'),
  obligations: (page: Page) => checkAll(page, 'radio', '不涉及'),
  balance: async (page: Page) => {
    await page.getByLabel('余额（元）').fill('12.80')
    const route = page.getByLabel('退款方式')
    if (!(await route.textContent())?.includes('银行')) {
      await route.selectOption({ label: '转存至其他号码' })
      await page.getByLabel('转入号码').fill('13800130000')
      return
    }
    await route.selectOption({ label: '转账至银行账户' })
    await page.getByLabel('开户行').fill('示例银行上海分行')
    await page.getByLabel('银行账号或卡号').fill('0000 0000 0000 4325')
  },
  ticks: (page: Page) => checkAll(page, 'checkbox'),
  identity: async (page: Page) => {
    await page.getByRole('radio', { name: '与运营商登记一致' }).check()
    await checkAll(page, 'checkbox')
  },
  cardReturned: async (page: Page) => {
    await page.getByRole('radio', { name: '已收回' }).check()
    await page.getByLabel('收回卡片的 ICCID').fill(anyCard())
  },
  notLocked: (page: Page) => page.getByRole('radio', { name: '无锁' }).check(),
  noService: (page: Page) => page.getByRole('radio', { name: '已无服务' }).check(),
  submission: async (page: Page) => {
    await page.getByLabel('运营商流水号').fill('YD-2026-0001')
    await checkAll(page, 'checkbox')
  },
  /** To a carrier that rings back. */
  submissionRung: async (page: Page) => {
    await page.getByLabel('运营商流水号').fill('DX-2026-0001')
    await page.getByRole('radio', { name: '要注销的号码，仍能接听' }).check()
    await checkAll(page, 'checkbox')
  },
  printed: (page: Page) => page.getByRole('radio', { name: '打印交付' }).check(),
}

/** Notes what came of the carrier's call, by its words. */
export async function noteCall(
  page: Page,
  reference: string,
  outcome: string,
  fill: (panel: Locator) => Promise<void> = async () => {},
) {
  await openRequest(page, reference)
  const noted = page.locator('#history').getByText(`运营商回电：${outcome}`)
  const before = await noted.count()
  const panel = page.locator('#call')
  await panel.getByRole('radio', { name: outcome }).check()
  await fill(panel)
  await panel.getByRole('button', { name: '登记' }).click()
  await expect(noted).toHaveCount(before + 1)
}

/** Presses a move's button on the request's page, after filling what it carries. */
export async function move(
  page: Page,
  reference: string,
  name: string,
  fill: (page: Page) => Promise<void> = async () => {},
) {
  await openRequest(page, reference)
  const ending = { 提交审核: '提交审核', 审核通过: '审核通过', 办结并出具回执: '办结并打印回执' }[
    name
  ]
  if (ending) {
    await fill(page)
    await page.getByRole('button', { name: ending, exact: true }).click()
    return
  }
  const panel = page
    .locator('#moves details')
    .filter({ has: page.locator('summary', { hasText: name }) })
  if (!(await panel.getAttribute('open').then((open) => open !== null)))
    await panel.locator('summary').click()
  await fill(page)
  await panel.getByRole('button', { name, exact: true }).click()
}
