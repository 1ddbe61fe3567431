import { type BrowserContextOptions, type Page, chromium } from '@playwright/test'
import { chromiumLaunchOptions } from '../../browser/chromium'
import { benchPassword } from '../database'
import type { Served } from '../serve'

/** Does `work` in a real browser in which this account is signed in. */
export async function signedIn<T>(
  { address }: Served,
  email: string,
  screen: BrowserContextOptions,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const browser = await chromium.launch(await chromiumLaunchOptions())
  try {
    const page = await (await browser.newContext(screen)).newPage()
    await page.goto(`${address}/signin`)
    await page.getByLabel('电子邮箱').fill(email)
    await page.getByLabel('密码', { exact: true }).fill(benchPassword)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.waitForURL('**/requests')
    return await work(page)
  } finally {
    await browser.close()
  }
}
