import { type Locator, type Page, expect } from '@playwright/test'

/** Opens the question before something final, and answers it by the button of its consequence. */
export async function confirm(page: Page, opener: Locator, consequence: string | RegExp) {
  await opener.click()
  const question = page.getByRole('alertdialog')
  // A stray Enter does nothing.
  await expect(question.getByRole('button', { name: '取消' })).toBeFocused()
  await question.getByRole('button', { name: consequence }).click()
}
