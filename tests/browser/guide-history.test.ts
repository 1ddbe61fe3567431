import type { Page } from '@playwright/test'
import { at, expect, test } from './counter'
import { kept, narrowed, published } from './narrowed-guide'

const intro = (admin: Page, language = '中文') =>
  admin.getByLabel(`正文（${language}）`, { exact: true }).first()

test('every version opens, any two are compared, and a roll-back shows what it changes', async ({
  admin,
}) => {
  test.setTimeout(120_000)
  await narrowed(admin, '中国广电', '山西')
  await expect(admin.getByRole('status').filter({ hasText: '已建立草稿，尚未发布' })).toBeVisible()
  const guide = new URL(admin.url()).pathname
  await intro(admin).fill('请携带身份证到营业厅。')
  await intro(admin, '英文').fill('Bring your ID card to a store.')
  await kept(admin)
  await published(admin, '山西的第一版', 1)

  // A word changes in one language, a reason goes down, and an item of the after-care goes.
  await intro(admin).fill('请携带护照到营业厅。')
  const names = await admin.locator('#guide-rows-reasons summary .font-semibold').allInnerTexts()
  const [first = ''] = names
  await admin.getByRole('button', { name: `下移：${first}`, exact: true }).click()
  const aftercare = admin.locator('#guide-rows-aftercare')
  const last = aftercare.locator('summary .font-semibold').last()
  const gone = await last.innerText()
  await last.click()
  await aftercare.getByRole('button', { name: '删除' }).last().click()
  await kept(admin)

  // The draft against the live version, by one link from where it is published.
  await admin.getByRole('link', { name: '逐字对比' }).click()
  await expect(admin.getByRole('heading', { name: /第 1 版 .* → 草稿/ })).toBeVisible()
  await expect(admin.locator('del', { hasText: '身份证' })).toBeVisible()
  await admin.getByRole('link', { name: '返回指引' }).click()
  await published(admin, '护照也可以', 2)
  await expect(
    admin.getByRole('status').filter({ hasText: /第 2 版已于 .* 发布，立即生效/ }),
  ).toBeVisible()

  // The first version opens at an address of its own, and says when it was in force.
  await admin.getByRole('link', { name: /^查看.*第 1 版$/ }).click()
  await expect(admin).toHaveURL(new RegExp(`${guide}/revisions/1$`))
  await expect(admin.getByRole('heading', { level: 1, name: '第 1 版' })).toBeVisible()
  await expect(admin.getByText('请携带身份证到营业厅。')).toBeVisible()
  await expect(admin.getByText('Bring your ID card to a store.')).toBeVisible()
  await expect(admin.getByText('山西的第一版')).toBeVisible()
  await expect(admin.getByText(/^\d{4}-\d\d-\d\d \d\d:\d\d 起，至 /)).toBeVisible()

  // Both compared, whichever way round: what was removed and added is no matter of colour alone.
  await admin.getByRole('link', { name: '与使用中版本对比' }).click()
  await expect(admin.locator('del', { hasText: '身份证' })).toHaveText('〔删去：身份证〕')
  await expect(admin.locator('ins', { hasText: '护照' })).toHaveText('〔新增：护照〕')
  await expect(admin.getByText('1 项修改 · 1 项删除 · 1 项移动')).toBeVisible()
  await expect(admin.getByText('从第 1 项移到第 2 项')).toBeVisible()
  await expect(admin.getByRole('heading', { level: 4, name: gone })).toBeVisible()
  const untouched = admin.locator('details', { hasText: /项未改动/ }).first()
  await expect(untouched.getByRole('listitem').first()).toBeHidden()
  await untouched.locator('summary').click()
  await expect(untouched.getByRole('listitem').first()).toBeVisible()
  await admin.getByLabel('原版本').selectOption('2')
  await admin.getByLabel('新版本').selectOption('1')
  await admin.getByRole('button', { name: '对比' }).click()
  await expect(admin.locator('ins', { hasText: '身份证' })).toBeVisible()

  // A roll-back: first what it changes, then a button that says what comes of it.
  await admin.goto(at(`${guide}/revisions/1`))
  await admin.getByRole('link', { name: '恢复此版本' }).click()
  await expect(admin.locator('del', { hasText: '护照' })).toBeVisible()
  await expect(admin.locator('ins', { hasText: '身份证' })).toBeVisible()
  await admin.getByLabel('修改说明').fill('还是原来的')
  await admin.getByRole('button', { name: '再次发布第 1 版，立即生效' }).click()
  await expect(
    admin
      .getByRole('status')
      .filter({ hasText: /第 1 版的内容已于 .* 作为第 3 版再次发布，立即生效/ }),
  ).toBeVisible()
  await expect(intro(admin)).toHaveText('请携带身份证到营业厅。')
})

test('what is said after an act is what happened', async ({ admin }) => {
  await narrowed(admin, '中国广电', '宁夏')
  const said = (text: RegExp) => admin.getByRole('status').filter({ hasText: text })
  await published(admin, '第一版', 1)
  await intro(admin).fill('以后再说')
  await kept(admin)
  await admin.getByLabel('修改说明').fill('以后')
  await admin.getByLabel('发布日期（选填）').fill('2031-05-06')
  await admin.getByLabel('发布时间').fill('08:30:00')
  await admin.getByRole('button', { name: '发布', exact: true }).click()
  await expect(said(/已定时：2031-05-06 08:30 自动发布/)).toContainText('仍是第 1 版')
  await admin.getByRole('button', { name: '取消定时发布' }).click()
  await expect(said(/已取消定时发布，草稿可以继续修改/)).toBeVisible()
  await expect(said(/已定时/)).toBeHidden()
  await admin.getByRole('button', { name: '放弃草稿' }).click()
  await admin.getByRole('button', { name: '放弃 1 处修改' }).click()
  await expect(said(/草稿已放弃/)).toContainText('仍是第 1 版')
  // An address that was kept says nothing that is no longer so.
  await intro(admin).fill('又一稿')
  await kept(admin)
  await admin.reload()
  await expect(said(/草稿已放弃/)).toBeHidden()
})
