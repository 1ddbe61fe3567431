// npm run shots: a picture of every page, in both languages, at 1440 and 390 pixels, on the demo data of a running desk.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type Page, chromium } from 'playwright'
import { chromiumLaunchOptions } from '../browser/chromium'
import { pagesToShoot } from './pages'

const address = process.env.BASE_URL ?? `http://localhost:${process.env.PORT ?? 3000}`
const folder = 'tests/.out/shots'
const widths = [1440, 390]

async function signIn(page: Page, email: string, password: string) {
  await page.goto(`${address}/signin`)
  await page.getByLabel('电子邮箱').fill(email)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL('**/requests')
}

async function shoot(browser: Browser, width: number, password: string) {
  const context = await browser.newContext({ viewport: { width, height: width === 390 ? 844 : 900 } })
  const page = await context.newPage()
  await signIn(page, 'staff@example.test', password)
  for (const { name, path } of await pagesToShoot(page, address)) {
    for (const locale of ['zh-CN', 'en']) {
      await page.goto(`${address}${locale === 'en' ? '/en' : ''}${path}`)
      await page.screenshot({ path: join(folder, `${name}-${locale}-${width}.png`), fullPage: true })
    }
  }
  await context.close()
}

const health = await fetch(`${address}/api/health`).catch(() => null)
if (!health?.ok) {
  console.error(`No desk answers at ${address}: start one with npm start, then run npm run shots beside it.`)
  process.exit(1)
}
const password = process.env.DEMO_PASSWORD ?? readFileSync(join(process.env.DATA_DIR ?? '.data', 'keys/demo-password'), 'utf8').trim()
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch(await chromiumLaunchOptions())
for (const width of widths) await shoot(browser, width, password)
await browser.close()
console.log(`Pictures are in ${folder}`)
