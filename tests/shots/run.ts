// npm run shots [-- <part of a name>…]: a picture of every page, in both languages, at 1440 and 390
// pixels, on the demo data of a desk that it starts for the while.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type Page, chromium } from 'playwright'
import { chromiumLaunchOptions } from '../browser/chromium'
import { startScratchDesk } from '../browser/scratch-desk'
import { type Shot, adminPagesToShoot, pagesToShoot } from './pages'

const password = 'shots-password'
const folder = 'tests/.out/shots'
const widths = [1440, 390]
const wanted = process.argv.slice(2)

async function signIn(page: Page, address: string, email: string) {
  await page.goto(`${address}/signin`)
  await page.getByLabel('电子邮箱').fill(email)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(/requests|account/)
}

async function shoot(browser: Browser, address: string, width: number) {
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 900 },
  })
  const page = await context.newPage()
  await shootAll(page, address, width, [{ name: 'sign-in', path: '/signin' }])
  await signIn(page, address, 'staff@example.test')
  await shootAll(page, address, width, await pagesToShoot(page, address))
  await context.close()
  const administrators = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 900 },
  })
  const admin = await administrators.newPage()
  await signIn(admin, address, 'admin@example.test')
  await shootAll(admin, address, width, await adminPagesToShoot(admin, address))
  await administrators.close()
}

async function shootAll(page: Page, address: string, width: number, shots: readonly Shot[]) {
  for (const { name, path } of shots.filter(
    ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
  )) {
    for (const locale of ['zh-CN', 'en']) {
      await page.goto(`${address}${locale === 'en' ? '/en' : ''}${path}`)
      await page.screenshot({
        path: join(folder, `${name}-${locale}-${width}.png`),
        fullPage: true,
      })
    }
  }
}

console.log('Starting a desk with demo data…')
const desk = await startScratchDesk({ DEMO_PASSWORD: password })
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch(await chromiumLaunchOptions())
for (const width of widths) await shoot(browser, desk.address, width)
await browser.close()
await desk.stop()
console.log(`Pictures are in ${folder}`)
