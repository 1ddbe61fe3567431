import type { Page } from '@playwright/test'
import { at, expect, test } from './counter'
import { kept, narrowed } from './narrowed-guide'
import { command } from './operator'

/** A guide of its own with a draft that says something in both languages; its address. */
async function drafted(admin: Page, region: string): Promise<string> {
  await narrowed(admin, '中国广电', region)
  const guide = new URL(admin.url()).pathname
  const intro = (language: string) =>
    admin.getByLabel(`正文（${language}）`, { exact: true }).first()
  await intro('中文').fill(`${region}的开头`)
  await intro('英文').fill('How it begins there')
  await kept(admin)
  return guide
}

const choose = async (page: Page, choice: string) => {
  await page.getByRole('link', { name: choice }).click()
  await expect(page.getByRole('link', { name: choice })).toHaveAttribute('aria-current', 'true')
}
const widthOf = (page: Page) =>
  page
    .frameLocator('iframe')
    .locator('html')
    .evaluate(() => window.innerWidth)

test('a draft is seen as customers and staff will see it, at both widths and in both languages', async ({
  admin,
}) => {
  test.setTimeout(120_000)
  const guide = await drafted(admin, '新疆')
  await admin.getByRole('link', { name: '指引预览' }).click()
  const frame = admin.frameLocator('iframe')

  // The customers' page on a phone, with what this carrier does.
  await expect(frame.getByText('预览：草稿，尚未发布')).toBeVisible()
  await expect(frame.getByText('新疆的开头')).toBeVisible()
  await expect(frame.getByRole('heading', { name: '中国广电怎么办' })).toBeVisible()
  expect(await widthOf(admin)).toBe(390)

  // A clerk's steps at the counter's width: they open and take input, and there is nothing to save.
  await choose(admin, '柜台（1440）')
  await choose(admin, '营业员步骤')
  await expect(frame.getByRole('heading', { name: '营业员步骤' })).toBeVisible()
  expect(await widthOf(admin)).toBe(1440)
  const materials = frame.getByRole('button', { name: /收验材料/ }).last()
  if ((await materials.getAttribute('aria-expanded')) === 'false') await materials.click()
  await frame.getByRole('radio', { name: '已提供' }).first().check()
  await expect(frame.getByRole('button', { name: /保存|提交审核/ })).toHaveCount(0)
  await frame
    .getByRole('button', { name: /风险告知/ })
    .last()
    .click()

  // The same in English, and on a phone again.
  await choose(admin, '英文')
  await expect(frame.getByRole('heading', { name: "Clerk's steps" })).toBeVisible()
  await choose(admin, '客户页面')
  await choose(admin, '手机（390）')
  await expect(frame.getByText('How it begins there')).toBeVisible()
  expect(await widthOf(admin)).toBe(390)

  // Never kept, never found by a search engine, and framed by nobody else.
  for (const side of ['customer', 'steps']) {
    const answer = await admin.request.get(at(`${guide}/preview/${side}`))
    expect(answer.headers()['cache-control']).toContain('no-store')
    expect(answer.headers()['content-security-policy']).toContain("frame-ancestors 'self'")
    expect(await answer.text()).toMatch(/<meta name="robots" content="noindex"/)
  }
})

test('a link opens a preview to a colleague for a day, or until it is ended', async ({
  admin,
  staff,
}) => {
  test.setTimeout(120_000)
  const guide = await drafted(admin, '西藏')
  await admin.goto(at(`${guide}/preview`))
  const address = async () => {
    await admin.getByRole('button', { name: '生成链接' }).click()
    await expect(admin.getByText('链接已生成，仅显示一次，请现在复制')).toBeVisible()
    return admin.getByLabel('预览链接').inputValue()
  }
  const first = await address()
  const listed = admin.getByRole('list', { name: '有效的链接' }).getByRole('listitem')
  await expect(listed).toHaveCount(1)

  // A clerk, who edits no guide, sees both sides of it and nothing else of the guide.
  await staff.goto(first)
  const frame = staff.frameLocator('iframe')
  await expect(frame.getByText('西藏的开头')).toBeVisible()
  await choose(staff, '营业员步骤')
  await expect(frame.getByRole('heading', { name: '营业员步骤' })).toBeVisible()
  await expect(staff.getByRole('button', { name: '生成链接' })).toHaveCount(0)
  expect((await staff.goto(at(`${guide}/preview`)))?.status()).toBe(404)

  // Its day is over: the page and what it framed are gone.
  command('tests/browser/pass-preview-day', [guide.split('/').at(-1) ?? ''])
  for (const gone of [first, `${first}/customer`, `${first}/steps`])
    expect((await staff.goto(gone))?.status()).toBe(404)
  await admin.reload()
  await expect(listed).toHaveCount(0)

  // Another one is ended before.
  const second = await address()
  expect((await staff.goto(second))?.status()).toBe(200)
  await admin.getByRole('button', { name: '收回' }).click()
  await expect(listed).toHaveCount(0)
  expect((await staff.goto(second))?.status()).toBe(404)
})
