import { get } from 'node:http'
import type { Page } from '@playwright/test'
import { at, expect, record, test } from './counter'

// JavaScript of a page as it comes over the line, in bytes. Next and React alone are 115 kB: pages
// that need none come without.
const most = { read: 0, customer: 125_000, desk: 220_000 }

/** The bytes of an answer as a browser that knows Brotli gets them. */
const bytesOf = (address: string) =>
  new Promise<number>((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'gzip, br' } }, (response) => {
      let length = 0
      response
        .on('data', (part: Buffer) => (length += part.length))
        .on('end', () => resolve(length))
        .on('error', reject)
    }).on('error', reject)
  })

async function weightOf(page: Page, path: string) {
  const scripts = new Set<string>()
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.add(response.url())
  })
  await page.goto(at(path), { waitUntil: 'networkidle' })
  const weights = await Promise.all([...scripts].map(bytesOf))
  return weights.reduce((sum, bytes) => sum + bytes, 0)
}

async function weightsOf(pageOf: () => Promise<Page>, paths: readonly string[]) {
  const found: Record<string, number> = {}
  for (const path of paths) {
    const page = await pageOf()
    found[path] = await weightOf(page, path)
    await page.close()
  }
  return found
}

test("customers' and staff pages stay within their JavaScript budgets", async ({
  staff,
  browser,
}) => {
  const { reference, code } = await record(staff, {
    cardType: '实体 SIM 卡',
    channel: '营业厅办理',
    carrier: '中国移动',
    region: '上海',
    phone: '13800139921',
    name: '重测试',
    serial: 111,
    contactPhone: '13912345678',
  })
  const customer = await browser.newContext()
  const page = await customer.newPage()
  await page.goto(at('/status'))
  await page.getByLabel('受理编号').fill(reference)
  await page.getByLabel('联系电话后四位，或查询码').fill(code)
  await page.getByRole('button', { name: '查询', exact: true }).click()
  await page.waitForURL(`**/status/${reference}`)
  const weights = {
    read: await weightsOf(
      () => customer.newPage(),
      [
        '/',
        '/guide',
        '/guide/sim/in-store',
        '/find-store',
        '/find-store/demo',
        '/privacy',
        '/verify',
        '/developers',
      ],
    ),
    customer: await weightsOf(
      () => customer.newPage(),
      ['/status', `/status/${reference}`, '/ask'],
    ),
    desk: await weightsOf(
      () => staff.context().newPage(),
      ['/requests', '/requests/new', `/requests/${reference}`, '/day'],
    ),
  }
  await customer.close()
  for (const side of ['read', 'customer', 'desk'] as const)
    for (const [path, bytes] of Object.entries(weights[side])) {
      if (side !== 'read') expect(bytes, path).toBeGreaterThan(50_000)
      expect(bytes, JSON.stringify(weights)).toBeLessThanOrEqual(most[side])
    }
})
