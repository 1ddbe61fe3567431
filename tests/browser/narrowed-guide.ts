// A guide of one carrier in one home region, for a journey that edits and publishes.
import { type Page, expect } from '@playwright/test'
import { at } from './counter'

/** Waits until all that was written into the guide is saved. */
export const kept = (page: Page) => expect(page.getByText('已全部保存')).toBeVisible()

/** A guide of its own, so that journeys beside this one keep theirs. */
export async function narrowed(admin: Page, carrier: string, region: string) {
  await admin.goto(at('/guides'))
  const form = admin
    .locator('form')
    .filter({ has: admin.getByRole('button', { name: '建立草稿' }) })
  await form.getByLabel('运营商', { exact: true }).selectOption({ label: carrier })
  await form.getByLabel('归属地').selectOption({ label: region })
  await form.getByRole('button', { name: '建立草稿' }).click()
  await expect(admin.getByText('这是第一版。')).toBeVisible()
}

/** Publishes the draft with a note, as the version of this number. */
export async function published(admin: Page, note: string, number: number) {
  await admin.getByLabel('修改说明').first().fill(note)
  await admin.getByRole('button', { name: '发布', exact: true }).click()
  await expect(admin.getByText(`第 ${number} 版 · 使用中`)).toBeVisible()
}
