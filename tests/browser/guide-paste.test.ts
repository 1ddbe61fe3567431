// What administrators bring from elsewhere into a guide: lists and tables of Word, pictures; and
// how the errors of a guide lead to their fields.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { at, expect, test } from './counter'
import { kept, narrowed, published } from './narrowed-guide'
import { bringFiles, paste } from './paste'

const corpus = (name: string) =>
  readFileSync(join(import.meta.dirname, '../unit/paste-corpus', name), 'utf8')

const intro = (admin: Page, language = '中文') =>
  admin.getByLabel(`正文（${language}）`, { exact: true }).first()
/** The editor with its tools and what it says. */
const around = (text: Locator) => text.locator('xpath=ancestor::div[contains(@id, "-place")]')
const png = (colour: string) =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: colour } })
    .png()
    .toBuffer()

test('a list and a table of Word stand on the public guide, on a phone and on paper too', async ({
  admin,
  browser,
}) => {
  test.setTimeout(120_000)
  await narrowed(admin, '中国移动', '新疆')
  const text = intro(admin)
  await text.fill('')
  await paste(text, { 'text/html': corpus('word-numbered-list.html.txt') })
  await expect(text.locator('ol > li')).toHaveCount(4)
  await text.press('ControlOrMeta+End')
  // Out of the list, and an empty line too many, which readers do not see.
  await text.press('Enter')
  await text.press('Enter')
  await text.press('Enter')
  await paste(text, { 'text/html': corpus('word-table.html.txt') })
  await expect(text.getByRole('columnheader')).toHaveText(['情形', '材料', '说明'])
  await expect(around(text).getByText('合并的单元格已拆开')).toBeVisible()

  // Another column and row by the tools, which the keyboard reaches; Enter leaves the table.
  await text.getByRole('cell', { name: '死亡证明' }).click()
  await text.press('Alt+F10')
  await expect(around(text).getByRole('button', { name: '加粗' })).toBeFocused()
  await admin.keyboard.press('Escape')
  await expect(text).toBeFocused()
  await around(text).getByRole('button', { name: '下方加行' }).click()
  await expect(text.getByRole('row')).toHaveCount(5)
  await around(text).getByRole('button', { name: '删除行' }).click()
  await expect(text.getByRole('row')).toHaveCount(4)
  await text.press('End')

  // What cannot come is said.
  const english = intro(admin, '英文')
  await english.fill('')
  await paste(english, { 'text/html': corpus('word-pictures.html.txt') })
  await expect(around(english).getByText('2 张图片未粘贴')).toBeVisible()
  await english.press('ControlOrMeta+A')
  await paste(english, { 'text/plain': 'Bring:\n- your ID\n- the card' })
  await expect(english.locator('ul > li')).toHaveText(['your ID', 'the card'])
  await kept(admin)
  await published(admin, '从 Word 粘贴', 1)

  const address = at('/guide/sim/in-store?carrier=china-mobile&region=CN-XJ')
  const context = await browser.newContext({ javaScriptEnabled: false })
  const reader = await context.newPage()
  await reader.setViewportSize({ width: 390, height: 800 })
  await expect(async () => {
    await reader.goto(address)
    await expect(reader.getByRole('table')).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 20_000, intervals: [500] })
  await expect(reader.getByText('本人有效身份证原件')).toBeVisible()
  await expect(reader.locator('main p').filter({ hasText: /^\s*$/ })).toHaveCount(0)
  const table = reader.getByRole('table')
  await expect(table.getByRole('columnheader')).toHaveText(['情形', '材料', '说明'])
  const row = table.getByRole('row').filter({ hasText: '委托书' })
  const said = (locator: Locator) =>
    locator
      .getByRole('cell')
      .evaluateAll((cells) =>
        cells.map((cell) => [
          getComputedStyle(cell, '::before').content.replaceAll('"', ''),
          Math.round(cell.getBoundingClientRect().left),
        ]),
      )
  // One below the other, each under its heading; the page has no second way sideways.
  const cells = await said(row)
  expect(cells.map(([heading]) => heading)).toEqual(['none', '材料', '说明'])
  expect(new Set(cells.map(([, left]) => left)).size).toBe(1)
  expect(
    await reader.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
  ).toBe(true)

  // On a wide page, and on A4, they are columns; on a roll of paper a list again.
  await reader.setViewportSize({ width: 1440, height: 900 })
  expect(new Set((await said(row)).map(([, left]) => left)).size).toBe(3)
  await reader.emulateMedia({ media: 'print' })
  await reader.setViewportSize({ width: 794, height: 1123 })
  expect(new Set((await said(row)).map(([, left]) => left)).size).toBe(3)
  await reader.setViewportSize({ width: 272, height: 1123 })
  expect(new Set((await said(row)).map(([, left]) => left)).size).toBe(1)
  await context.close()
})

test('pictures that are dropped and pasted stand once they have words', async ({ admin }) => {
  await narrowed(admin, '中国移动', '西藏')
  const text = intro(admin)
  const place = around(text)
  await text.fill('看图：')
  const files = [
    { name: '正面.png', type: 'image/png', bytes: await png('#246') },
    { name: '说明.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF') },
    { name: '反面.png', type: 'image/png', bytes: await png('#642') },
  ]
  await bringFiles(text, 'drop', files)
  const words = place.getByLabel('图片说明（用中文写，供看不到图片的人）')
  await expect(words).toBeFocused()
  await expect(place.getByText('正面.png（还有 2 张）')).toBeVisible()
  await admin.keyboard.press('Enter')
  await expect(place.getByText('请先填写图片说明')).toBeVisible()
  await admin.keyboard.type('卡片正面')

  // A line that breaks loses neither the picture nor its words.
  await admin.route('**/api/pictures', (route) => route.abort(), { times: 1 })
  await admin.keyboard.press('Enter')
  await expect(place.getByText('图片上传失败，请重试')).toBeVisible()
  await expect(words).toHaveValue('卡片正面')
  await place.getByRole('button', { name: '确定' }).click()
  await expect(text.getByRole('img', { name: '卡片正面' })).toHaveJSProperty('naturalWidth', 60)

  // The next one is none that a guide can have.
  await expect(place.getByText('说明.pdf（还有 1 张）')).toBeVisible()
  await expect(place.getByText('不是 PNG、JPEG 或 WebP 图片')).toBeVisible()
  await place.getByRole('button', { name: '放弃这张' }).click()
  await expect(place.getByText('反面.png')).toBeVisible()
  await words.fill('卡片反面')
  await words.press('Enter')
  await expect(text.getByRole('img', { name: '卡片反面' })).toBeVisible()
  await expect(words).toBeHidden()
  await expect(text).toBeFocused()

  // A picture from a clipboard; words beside it, as Office has them, are what is wanted instead.
  await bringFiles(text, 'paste', [
    { name: 'image.png', type: 'image/png', bytes: await png('red') },
  ])
  await expect(words).toBeFocused()
  await admin.keyboard.press('Escape')
  await place.getByRole('button', { name: '放弃这张' }).click()
  await bringFiles(
    text,
    'paste',
    [{ name: 'image.png', type: 'image/png', bytes: await png('red') }],
    { 'text/html': '<p>只要<b>文字</b></p>' },
  )
  await expect(text.locator('strong', { hasText: '文字' })).toBeVisible()
  await expect(words).toBeHidden()
  await kept(admin)
  await admin.reload()
  await expect(text.getByRole('img')).toHaveCount(2)
})

test('every error names its field and language, and leads there, out of its fold', async ({
  admin,
}) => {
  test.setTimeout(120_000)
  await narrowed(admin, '中国电信', '西藏')
  const row = admin.locator('details').filter({ has: admin.locator('#row-steps-card_return') })
  const english = row.getByLabel('内容（客户看）（英文）', { exact: true })
  const title = await row.locator('summary .font-semibold').first().innerText()
  await row.locator('summary').first().click()
  await english.fill('')
  await kept(admin)
  await row.locator('summary').first().click()
  await expect(english).toBeHidden()
  const fault = admin.getByRole('link', { name: `缺英文：步骤 「${title}」 · 内容（客户看）` })
  await fault.click()
  await expect(english).toBeFocused()
  await expect(english).toBeInViewport()

  // Once more, after the row was folded again, and from another page.
  await row.locator('summary').first().click()
  await expect(english).toBeHidden()
  await fault.click()
  await expect(english).toBeFocused()
  const here = admin.url()
  await admin.goto('about:blank')
  await admin.goto(here)
  await expect(english).toBeFocused()

  // Over the limit: by how much, at the field and in the list, which leads there.
  const place = around(english)
  await paste(english, { 'text/plain': 'a'.repeat(1_900) })
  await expect(place.getByText('还可输入 100 字（最多 2000 字')).toBeVisible()
  await expect(place.getByRole('status').filter({ hasText: '还可输入不到 150 字' })).toBeAttached()
  await paste(english, { 'text/plain': 'b'.repeat(150) })
  await expect(place.getByText('超出 50 字，最多 2000 字')).toBeVisible()
  await row.locator('summary').first().click()
  const error = admin.getByRole('link', {
    name: `步骤 「${title}」 · 内容（客户看）（英文）：超出 50 字，最多 2000 字`,
  })
  await error.click()
  await expect(english).toBeFocused()
})
