import type { Page } from '@playwright/test'
import { at, expect, test } from './counter'
import { kept, narrowed, published } from './narrowed-guide'

const wider = '“西藏”指引'
const introduction = (admin: Page, language: '中文' | '英文') =>
  admin.getByLabel(`正文（${language}）`, { exact: true }).first()

/** Opens the guide of the home region for all carriers, or for one. */
async function openGuide(admin: Page, name: string) {
  await admin.goto(at('/guides'))
  await admin
    .getByRole('listitem')
    .filter({ has: admin.getByText(name, { exact: true }) })
    .getByRole('link')
    .click()
}

/** Changes the introduction in both languages, and the first reason's title. */
async function write(admin: Page, words: string) {
  await introduction(admin, '中文').fill(`${words}引言`)
  await introduction(admin, '英文').fill(`Introduction ${words.length}`)
  await kept(admin)
}
async function retitle(admin: Page, title: string) {
  await admin.locator('#guide-rows-reasons summary').first().click()
  await admin
    .locator('#guide-rows-reasons')
    .getByLabel('标题（中文）', { exact: true })
    .first()
    .fill(title)
  await kept(admin)
}

test('a narrower guide says what it inherits, and takes over what the wider one changed', async ({
  admin,
}) => {
  test.setTimeout(180_000)
  await narrowed(admin, '（不限）', '西藏')
  await write(admin, '西藏')
  await published(admin, '西藏第一版', 1)
  await narrowed(admin, '中国联通', '西藏')
  await expect(admin.getByText(`与${wider}完全相同。`)).toBeVisible()
  await write(admin, '西藏联通')
  await published(admin, '西藏联通第一版', 1)
  await expect(admin.getByText(`与${wider}有 1 处不同，其余相同。`)).toBeVisible()
  await admin.getByRole('link', { name: '查看对照' }).click()
  await expect(admin.getByRole('listitem').filter({ hasText: '内容不同' })).toContainText(
    /西藏引言.*本指引\s*西藏联通引言/s,
  )
  await admin.getByText(/^相同的 \d+ 处$/).click()
  await expect(admin.getByText('步骤 「', { exact: false }).first()).toBeVisible()

  // The wider guide moves on: in words that the narrower one has of its own, and elsewhere.
  await openGuide(admin, '西藏')
  await write(admin, '西藏新')
  await retitle(admin, '西藏新理由')
  await published(admin, '西藏第二版', 2)
  await admin.goto(at('/guides'))
  const row = admin
    .getByRole('listitem')
    .filter({ has: admin.getByText('中国联通 · 西藏', { exact: true }) })
  await expect(row.getByText('上级指引已更新')).toBeVisible()
  await row.getByRole('link').click()
  await expect(admin.getByText(`${wider}已更新到第 2 版，有 2 处改动尚未带入`)).toBeVisible()
  await expect(admin.getByText('本指引仍按第 1 版。')).toBeVisible()

  await admin.getByRole('link', { name: '查看并带入' }).click()
  const intro = admin.getByRole('group', { name: '引言' })
  await expect(intro.getByRole('radio', { name: '保留本指引的内容，其余带入' })).toBeChecked()
  await expect(admin.getByText('两边都改过')).toHaveCount(1)
  await expect(admin.getByRole('listitem').filter({ has: intro })).toContainText(
    /西藏〔新增：新〕引言\s*本指引\s*西藏联通引言/,
  )
  const reason = admin.getByRole('group', { name: /^理由/ })
  await expect(reason.getByRole('radio', { name: '带入', exact: true })).toBeChecked()
  await admin.getByRole('button', { name: '带入草稿' }).click()
  await expect(admin.getByText(`${wider}第 2 版的改动已带入草稿，发布后生效。`)).toBeVisible()
  await expect(introduction(admin, '中文')).toHaveText('西藏联通引言')
  await published(admin, '带入西藏第二版', 2)
  await expect(admin.getByText('尚未带入')).toBeHidden()
  await expect(admin.getByText(`与${wider}有 1 处不同，其余相同。`)).toBeVisible()
  await admin.goto(at('/guides'))
  await expect(row).toBeVisible()
  await expect(row.getByText('上级指引已更新')).toBeHidden()

  // Customers of that carrier in that region read both: its own words, and what it took over.
  await admin.goto(at('/guide/sim/in-store?carrier=china-unicom&region=CN-XZ'))
  await expect(admin.getByText('西藏联通引言')).toBeVisible()
  await expect(admin.getByText('西藏新理由')).toBeVisible()
})
