import type { Browser, Page } from '@playwright/test'
import { at, expect } from './counter'
import { password } from './desk'

/**
 * A clerk of a test's own, made by an administrator and signed in with a password of their own
 * choice: what is an account's alone (drafts, sessions) is not shared with other tests.
 */
export async function newClerk(admin: Page, browser: Browser, email: string): Promise<Page> {
  await admin.goto(at('/accounts'))
  await admin.getByLabel('电子邮箱').fill(email)
  await admin.getByLabel('姓名', { exact: true }).fill(email)
  await admin.getByLabel('角色').selectOption({ label: '营业员' })
  await admin.getByLabel('营业厅', { exact: true }).selectOption({ label: '演示营业厅' })
  await admin.getByRole('button', { name: '创建账号' }).click()
  const given = await admin.getByTestId('secret').innerText()
  const page = await (await browser.newContext()).newPage()
  await page.goto(at('/signin'))
  await page.getByLabel('电子邮箱').fill(email)
  await page.getByLabel('密码', { exact: true }).fill(given)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByLabel('新密码').fill(password)
  await page
    .locator('section')
    .filter({ has: page.getByLabel('新密码') })
    .getByLabel('当前密码')
    .fill(given)
  await page.getByRole('button', { name: '修改密码' }).click()
  await expect(page.getByText('已保存')).toBeVisible()
  return page
}
