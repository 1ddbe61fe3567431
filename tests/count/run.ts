// npm run count [-- <part of a case's name>…]: plays each case of the counter in a real browser on a
// desk of its own and prints every interaction; ends with an error where one costs more than its
// budget.
import { type Browser, type BrowserContext, chromium } from 'playwright'
import { chromiumLaunchOptions } from '../browser/chromium'
import { startScratchDesk } from '../browser/scratch-desk'
import { type Case, cases } from './cases'
import { Hands, Keys } from './hands'

const password = 'a password to count with'
const wanted = process.argv.slice(2)
type Session = Awaited<ReturnType<BrowserContext['storageState']>>
const counter = { width: 1440, height: 900 }

async function signedIn(browser: Browser, address: string, email: string) {
  const page = await (await browser.newContext({ viewport: counter })).newPage()
  await page.goto(`${address}/signin`)
  await page.getByLabel('电子邮箱').fill(email)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(/requests/)
  return page
}

/** Plays a case and prints what it took; whether it stayed within its budget. */
async function played(browser: Browser, address: string, one: Case, session: Session) {
  const { name, budget, play } = one
  const reviewer = await signedIn(browser, address, 'reviewer@example.test')
  const context = await browser.newContext({
    viewport: counter,
    ...(one.session && { storageState: session }),
  })
  const hands = new (one.keys ? Keys : Hands)(await context.newPage())
  await play(hands, { reviewer, address, password })
  const took = {
    interactions: hands.interactions.length,
    saves: hands.saves,
    scrolls: hands.scrolls,
  }
  console.log(`\n${name}`)
  for (const [place, { kind, what }] of hands.interactions.entries())
    console.log(`  ${String(place + 1).padStart(2)}  ${kind.padEnd(6)} ${what}`)
  const over = (Object.keys(budget) as (keyof typeof budget)[]).filter(
    (what) => took[what] > (budget[what] ?? Number.POSITIVE_INFINITY),
  )
  for (const what of Object.keys(took) as (keyof typeof took)[])
    console.log(
      `  ${over.includes(what) ? '✗' : '✓'} ${what}: ${took[what]} of ${budget[what] ?? 'any'}`,
    )
  await reviewer.context().close()
  await hands.page.context().close()
  return over.length === 0
}

const desk = await startScratchDesk({ DEMO_PASSWORD: password })
const browser = await chromium.launch(await chromiumLaunchOptions())
const clerk = await signedIn(browser, desk.address, 'staff@example.test')
const session = await clerk.context().storageState()
await clerk.context().close()
let within = true
for (const one of cases.filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
))
  within = (await played(browser, desk.address, one, session)) && within
await browser.close()
await desk.stop()
process.exit(within ? 0 : 1)
