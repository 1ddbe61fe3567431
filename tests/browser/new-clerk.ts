import type { Browser, Page } from '@playwright/test'
import { at, expect } from './counter'
import { password } from './desk'

/** Chooses a password by a link, and is signed in. */
export async function choosePassword(page: Page, link: string, chosen: string) {
  await page.goto(at(new URL(link).pathname))
  await page.getByLabel('密码', { exact: true }).fill(chosen)
  await page.getByRole('button', { name: '设置密码并登录' }).click()
  await expect(page).not.toHaveURL(/\/join\//)
}

/**
 * A clerk of a test's own, invited by an administrator and signed in with a password of their own
 * choice: what is an account's alone (drafts, sessions) is not shared with other tests.
 */
export async function newClerk(admin: Page, browser: Browser, email: string): Promise<Page> {
  await admin.goto(at('/accounts'))
  await admin.getByLabel('电子邮箱').fill(email)
  await admin.getByLabel('姓名', { exact: true }).fill(email)
  await admin.getByLabel('角色').selectOption({ label: '营业员' })
  await admin.getByLabel('营业厅', { exact: true }).selectOption({ label: '演示营业厅' })
  await admin.getByRole('button', { name: '发送邀请' }).click()
  const link = await admin.getByTestId('secret').innerText()
  const page = await (await browser.newContext()).newPage()
  await choosePassword(page, link, password)
  return page
}
