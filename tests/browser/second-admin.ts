import { type Browser, type Page, expect } from '@playwright/test'
import { at, signedIn } from './counter'
import { password } from './desk'
import { command } from './operator'

/** Another administrator of the desk, made by its operator; their word is the second (adr 26). */
export async function secondAdmin(browser: Browser, email: string): Promise<Page> {
  const account = ['--email', email, '--name', email, '--role', 'admin']
  command('lib/ops/commands/account-create', account, `${password}\n`)
  return signedIn(await (await browser.newContext()).newPage(), email, '概览')
}

/** Approves what waits for this account, with the code that its owner sees and tells. */
export async function approve(admin: Page, name: string, owner: Page) {
  await owner.goto(at('/account'))
  const code = await owner.getByTestId('owner-code').innerText()
  await admin.goto(at('/accounts'))
  const waiting = admin.getByRole('listitem').filter({ hasText: `${name}：` })
  await waiting.getByLabel('本人告知的批准码').fill('AAAAAA')
  await waiting.getByRole('button', { name: '批准', exact: true }).click()
  await expect(waiting.getByRole('link', { name: '批准码错误' })).toBeVisible()
  await waiting.getByLabel('本人告知的批准码').fill(code)
  await waiting.getByRole('button', { name: '批准', exact: true }).click()
  await expect(admin.getByText('已保存')).toBeVisible()
}
