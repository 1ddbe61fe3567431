import { at, expect, test } from './counter'

test('an administrator narrows a guide, sees what keeps the draft back and what it changes, publishes and goes back', async ({ admin }) => {
  test.setTimeout(120_000)
  await admin.goto(at('/guides'))
  await admin.getByRole('button', { name: '建立草稿' }).click()
  await expect(admin.getByText('至少选一项').first()).toBeVisible()
  await admin.getByLabel('运营商', { exact: true }).selectOption({ label: '中国广电' })
  await admin.getByLabel('归属地').selectOption({ label: '甘肃' })
  await admin.getByRole('button', { name: '建立草稿' }).click()
  await expect(admin.getByText('这是第一版。')).toBeVisible()

  // A translation is taken away: the draft is kept, and cannot be published.
  await admin.getByLabel('正文（英文）').first().fill('')
  await admin.getByLabel('正文（中文）').first().fill('甘肃广电的开头')
  await admin.getByRole('button', { name: '保存草稿' }).click()
  await expect(admin.getByText('缺英文：intro')).toBeVisible()
  await expect(admin.getByRole('button', { name: '发布', exact: true })).toBeHidden()
  await admin.getByLabel('正文（英文）').first().fill('Gansu Broadnet begins here')
  await admin.getByRole('button', { name: '保存草稿' }).click()
  await expect(admin.getByText('缺英文：intro')).toBeHidden()
  await admin.getByLabel('这次改了什么').fill('第一版')
  await admin.getByRole('button', { name: '发布', exact: true }).click()
  await expect(admin.getByText('第 1 版 · 正在使用')).toBeVisible()

  // The first step goes down by the keyboard, and the difference says so.
  const down = admin.getByRole('button', { name: /^下移：/ }).first()
  await down.focus()
  await admin.keyboard.press('Enter')
  await admin.getByRole('button', { name: '保存草稿' }).click()
  await expect(admin.getByText('换了位置').first()).toBeVisible()
  await admin.getByLabel('这次改了什么').first().fill('换顺序')
  await admin.getByRole('button', { name: '发布', exact: true }).click()
  await expect(admin.getByText('第 2 版 · 正在使用')).toBeVisible()
  await admin.locator('summary', { hasText: '退回到这一版' }).click()
  await admin.getByLabel('这次改了什么').fill('原来的清楚')
  await admin.getByRole('button', { name: '重新发布第 1 版的内容' }).click()
  await expect(admin.getByText('第 3 版 · 正在使用')).toBeVisible()
})
