// npm run shots [-- <width, language, light, dark, or part of a name>…]: a picture of every page, in
// both languages, at 1440, 1024 and 390 pixels and dark, and what is printed as PDF, on the demo
// data of a desk that it starts for the while. `-- 390 zh-CN store` takes a part of them.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Page, chromium } from 'playwright'
import { chromiumLaunchOptions } from '../browser/chromium'
import { command } from '../browser/operator'
import { startScratchDesk } from '../browser/scratch-desk'
import { type Shot, adminPages, publicPages, reviewerPages, staffPages, statusPages } from './pages'
import { printAll } from './sheets'
import type { Subjects } from './subjects'

const password = 'shots-password'
const folder = 'tests/.out/shots'
const both = ['zh-CN', 'en']
const asked = process.argv.slice(2)
const names = asked.filter((word) => !/^(\d+|zh-CN|en|light|dark)$/.test(word))
/** Whether this is among the words asked for, or none of its kind was. */
const among = (word: string, kind: readonly string[]) =>
  asked.includes(word) || !kind.some((one) => asked.includes(one))
const wanted = (name: string) => names.length === 0 || names.some((part) => name.includes(part))

type Look = { width: number; dark: boolean; locales: readonly string[] }
// Colours do not depend on language and width: dark is pictured once.
const every: Look[] = [
  ...[1440, 1024, 390].map((width) => ({ width, dark: false, locales: both })),
  { width: 1440, dark: true, locales: ['zh-CN'] },
]
const looks = every
  .filter(({ width }) => among(String(width), ['1440', '1024', '390']))
  .filter(({ dark }) => among(dark ? 'dark' : 'light', ['light', 'dark']))
  .map((look) => ({ ...look, locales: look.locales.filter((locale) => among(locale, both)) }))

console.log('Starting a desk with demo data…')
const desk = await startScratchDesk({ DEMO_PASSWORD: password })
process.env.DESK_FOLDER = desk.folder
const subjects: Subjects = JSON.parse(
  command('tests/shots/subjects', ['--take-back']).trim().split('\n').at(-1) ?? '{}',
)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const browser = await chromium.launch(await chromiumLaunchOptions())
for (const look of looks) {
  await as(null, look, (page) => shoot(page, look, [...publicPages, ...statusPages(subjects)]))
  await as('staff', look, (page) => shoot(page, look, staffPages(subjects)))
  await as('reviewer', look, (page) => shoot(page, look, reviewerPages(subjects)))
  await as('admin', look, async (page) => shoot(page, look, await adminPages(page, desk.address)))
}
if (asked.length === names.length)
  await as('staff', every[0] as Look, (page) =>
    printAll(page, desk.address, subjects, { folder: join(folder, 'print'), wanted }),
  )
await browser.close()
await desk.stop()
console.log(`Pictures are in ${folder}, what is printed on paper in ${folder}/print`)

/** Signs in where somebody is named, and lets them work in a browser of their own. */
async function as(
  who: 'staff' | 'reviewer' | 'admin' | null,
  { width, dark }: Look,
  work: (page: Page) => Promise<void>,
) {
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 900 },
    colorScheme: dark ? 'dark' : 'light',
  })
  const page = await context.newPage()
  if (who) {
    await page.goto(`${desk.address}/signin`)
    await page.getByLabel('电子邮箱').fill(`${who}@example.test`)
    await page.getByLabel('密码', { exact: true }).fill(password)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.waitForURL(/requests|account/)
  }
  await work(page)
  await context.close()
}

async function shoot(page: Page, { width, dark, locales }: Look, shots: readonly Shot[]) {
  for (const { name, path, act, before, after } of shots.filter(({ name }) => wanted(name))) {
    before?.()
    for (const locale of locales) {
      await page.goto(`${desk.address}${locale === 'en' ? '/en' : ''}${path}`)
      await act?.(page)
      await page.screenshot({
        path: join(folder, `${name}-${locale}-${width}${dark ? '-dark' : ''}.png`),
        fullPage: true,
      })
    }
    after?.()
  }
}
