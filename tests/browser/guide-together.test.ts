// Two administrators in one guide at once: what each types stays, what the other saves comes in,
// and nothing has to be copied or reloaded.
import type { Browser, Page } from '@playwright/test'
import { at, expect, signedIn, test } from './counter'
import { secondAdmin } from './second-admin'

const second = 'guide-second@example.test'
let made = false
/** The other administrator, on a page of their own. */
async function other(browser: Browser): Promise<Page> {
  if (made) return signedIn(await (await browser.newContext()).newPage(), second, '概览')
  made = true
  return secondAdmin(browser, second)
}

// One administrator is made for all of these journeys.
test.describe.configure({ mode: 'serial', timeout: 180_000 })

/** A guide of its own with a published version; its address. */
async function ownGuide(admin: Page, region: string): Promise<string> {
  await admin.goto(at('/guides'))
  const form = admin
    .locator('form')
    .filter({ has: admin.getByRole('button', { name: '建立草稿' }) })
  await form.getByLabel('运营商', { exact: true }).selectOption({ label: '中国移动' })
  await form.getByLabel('归属地').selectOption({ label: region })
  await form.getByRole('button', { name: '建立草稿' }).click()
  await expect(admin.getByText('这是第一版。')).toBeVisible()
  await admin.getByLabel('修改说明').first().fill('第一版')
  await admin.getByRole('button', { name: '发布', exact: true }).click()
  await expect(admin.getByText('第 1 版 · 使用中')).toBeVisible()
  const address = admin.url().split('?')[0] ?? ''
  await opened(admin, address)
  return address
}

/** The guide, once its form takes input. */
async function opened(page: Page, address: string) {
  await page.goto(address)
  await expect(page.locator('input[name="reasons.0.title.zh"]')).toBeEnabled()
}
const kept = (page: Page) => expect(page.getByText('已全部保存')).toBeVisible()
const intro = (page: Page, language: '中文' | '英文' = '中文') =>
  page.getByLabel(`正文（${language}）`, { exact: true }).first()
const rows = (page: Page, section: string) =>
  page.locator(`#guide-rows-${section} details[data-place]`)
const openRow = (page: Page, section: string, place: number) =>
  rows(page, section).nth(place).locator('summary').first().click()

test('rows that another saved come in while one types, who keeps focus and caret', async ({
  admin,
  browser,
}) => {
  const address = await ownGuide(admin, '青海')
  const guest = await other(browser)
  await opened(guest, address)
  await expect(admin.getByText(`${second} 也在本页`)).toBeVisible()

  // Where the other is, with a way there.
  await openRow(guest, 'materials', 0)
  await guest.locator('input[name="materials.0.title.zh"]').focus()
  await expect(admin.getByRole('link', { name: `${second} 正在编辑` })).toBeVisible()
  await expect(rows(admin, 'materials').first().locator('summary').first()).toContainText(second)

  // One types the introduction; the other's row, and a new one, come in meanwhile.
  await intro(admin).fill('前面')
  await guest.locator('input[name="materials.0.title.zh"]').fill('乙改的材料')
  await guest.locator('#guide-rows-reasons').getByRole('button', { name: '添加' }).click()
  const added = (await rows(guest, 'reasons').count()) - 1
  await guest.locator(`input[name="reasons.${added}.title.zh"]`).fill('乙加的理由')
  await kept(guest)
  await expect(rows(admin, 'materials').first()).toContainText('乙改的材料')
  await expect(rows(admin, 'reasons').last()).toContainText('乙加的理由')
  await expect(intro(admin)).toBeFocused()
  await admin.keyboard.type('后面')
  await expect(intro(admin)).toHaveText('前面后面')

  // In the field that one is in but has not typed in since, the caret stays too.
  await kept(admin)
  await expect(intro(guest)).toHaveText('前面后面')
  await guest.locator('input[name="materials.0.title.en"]').focus()
  await openRow(admin, 'materials', 0)
  await admin.locator('input[name="materials.0.title.en"]').fill('A material of both')
  await expect(guest.locator('input[name="materials.0.title.en"]')).toHaveValue(
    'A material of both',
  )
  await expect(guest.locator('input[name="materials.0.title.en"]')).toBeFocused()
  await admin.reload()
  await expect(admin.locator('input[name="materials.0.title.zh"]')).toHaveValue('乙改的材料')
})

test('the same text changed by both is decided by a click, and kept until then', async ({
  admin,
  browser,
}) => {
  const address = await ownGuide(admin, '宁夏')
  const guest = await other(browser)
  await opened(guest, address)

  await guest.context().setOffline(true)
  await intro(guest, '英文').fill('Words of the second')
  await intro(admin, '英文').fill('Words of the first')
  await kept(admin)
  await guest.context().setOffline(false)
  const conflict = guest.locator('#guide-conflicts')
  await expect(conflict.getByRole('heading', { name: '有 1 处您和他人都改了' })).toBeVisible()
  await expect(conflict).toContainText('Words of the second')
  await expect(conflict).toContainText('Words of the first')
  await expect(conflict).toContainText('演示管理员 保存于')
  // One's own words stay in the field, and nobody else's draft has them.
  await expect(intro(guest, '英文')).toHaveText('Words of the second')
  await expect(intro(admin, '英文')).toHaveText('Words of the first')

  // Nothing is published meanwhile, and the refusal leads there; a reload loses nothing.
  await guest.getByLabel('修改说明').first().fill('两个人的')
  await guest.getByRole('button', { name: '发布', exact: true }).click()
  await expect(guest.getByText('请先决定采用哪一份', { exact: false })).toBeVisible()
  await guest.locator('#publish').getByRole('link', { name: '1 处待您决定' }).click()
  await expect(conflict).toBeInViewport()
  await opened(guest, address)
  await expect(intro(guest, '英文')).toHaveText('Words of the second')
  await conflict.getByRole('button', { name: '去修改' }).click()
  await expect(intro(guest, '英文')).toBeFocused()
  await guest.keyboard.press('ControlOrMeta+End')
  await guest.keyboard.type(', and of the first')
  await expect(conflict).toContainText('Words of the second, and of the first')
  await conflict.getByRole('button', { name: '用我的' }).click()
  await expect(conflict).toBeHidden()
  await expect(intro(admin, '英文')).toHaveText('Words of the second, and of the first')

  // The other way round, and a row that one removed while the other changed it.
  await guest.context().setOffline(true)
  await openRow(guest, 'reasons', 0)
  await guest.locator('input[name="reasons.0.title.zh"]').fill('乙的理由')
  await intro(guest).fill('乙的引言')
  await openRow(admin, 'reasons', 0)
  await rows(admin, 'reasons').first().getByRole('button', { name: '删除' }).click()
  await intro(admin).fill('甲的引言')
  await kept(admin)
  await guest.context().setOffline(false)
  await expect(conflict.getByRole('heading', { name: '有 2 处您和他人都改了' })).toBeVisible()
  await conflict.getByRole('button', { name: '用对方的' }).click()
  await expect(intro(guest)).toHaveText('甲的引言')
  await expect(conflict).toContainText('删除了这一项，而您改过它')
  await conflict.getByRole('button', { name: '保留这一项' }).click()
  await expect(conflict).toBeHidden()
  await expect(rows(admin, 'reasons').filter({ hasText: '乙的理由' })).toHaveCount(1)
})

test('a discarded draft says what goes, and can be restored', async ({ admin }) => {
  await ownGuide(admin, '甘肃')
  await intro(admin).fill('将要放弃的')
  await kept(admin)
  await admin.getByRole('button', { name: '放弃草稿' }).click()
  await admin.getByRole('button', { name: '放弃 1 处修改' }).click()
  await expect(admin.getByRole('heading', { name: '已放弃的草稿' })).toBeVisible()
  await expect(intro(admin)).not.toHaveText('将要放弃的')
  const earlier = admin.locator('section').filter({
    has: admin.getByRole('heading', { name: '已放弃的草稿' }),
  })
  await expect(earlier).toContainText('与使用中版本相比有 1 处修改')
  await expect(earlier).toContainText('演示管理员')

  // Where there is another draft, it is asked about, and is kept too.
  await intro(admin).fill('又写了一份')
  await kept(admin)
  await admin.getByRole('button', { name: '恢复草稿' }).click()
  await admin.getByRole('button', { name: '恢复并替换现在的 1 处修改' }).click()
  await expect(intro(admin)).toHaveText('将要放弃的')
  await expect(admin.getByRole('button', { name: '恢复草稿' })).toHaveCount(1)
})

/** Numbers that look random and are the same each time. */
function* numbers(seed: number) {
  let state = seed
  while (true) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state
  }
}

test('fifty edits by two on lines that break lose no word, and both end with the same', async ({
  admin,
  browser,
}) => {
  const address = await ownGuide(admin, '内蒙古')
  const guest = await other(browser)
  await opened(guest, address)
  const pages = [admin, guest]
  const next = numbers(7)
  const upTo = (most: number) => Math.floor(((next.next().value as number) / 65_536) % most)
  const shownRows = 3
  for (const page of pages)
    for (let row = 0; row < shownRows; row += 1) await openRow(page, 'reasons', row)

  for (let edit = 0; edit < 50; edit += 1) {
    const page = pages[upTo(2)] as Page
    if (upTo(6) === 0) await page.context().setOffline(true)
    if (upTo(4) === 0) await page.context().setOffline(false)
    const field = page.locator(
      `input[name="reasons.${upTo(shownRows)}.title.${['zh', 'en'][upTo(2)]}"]`,
    )
    await field.press('End')
    await page.keyboard.insertText(` w${edit}.`)
    if (upTo(5) === 0) await field.press('Enter')
  }
  for (const page of pages) await page.context().setOffline(false)

  // Each puts the other's words beside their own before taking these: the other's last ones, which
  // the other has saved and this page has heard of.
  const conflicts = (page: Page) => page.locator('#guide-conflicts li')
  const join = async (page: Page, beside: Page) => {
    const left = await conflicts(page).count()
    if (left === 0) return
    const first = conflicts(page).first()
    await first.getByRole('button', { name: '去修改' }).click()
    const name = await page.locator(':focus').getAttribute('name')
    const last = async () => {
      await kept(beside)
      const theirs = await first.locator('.whitespace-pre-wrap').nth(1).innerText()
      expect(theirs).toBe((await beside.locator(`input[name="${name}"]`).inputValue()).trim())
      return theirs
    }
    const theirs = await last()
    await page.keyboard.press('End')
    await page.keyboard.insertText(` ${theirs}`)
    await kept(page)
    expect(await last()).toBe(theirs)
    await first.getByRole('button', { name: '用我的' }).click()
    await expect(conflicts(page)).toHaveCount(left - 1)
  }
  await expect(async () => {
    await join(admin, guest)
    await join(guest, admin)
    for (const page of pages) {
      await kept(page)
      expect(await conflicts(page).count()).toBe(0)
    }
  }).toPass({ timeout: 40_000, intervals: [200] })

  const titles = (page: Page) =>
    page
      .locator('input[name^="reasons."][name*=".title."]')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value.trim()))
  await expect
    .poll(async () => (await titles(admin)).join('|'))
    .toBe((await titles(guest)).join('|'))
  const all = (await titles(admin)).join(' ')
  for (let edit = 0; edit < 50; edit += 1) expect(all).toContain(`w${edit}.`)
  await opened(admin, address)
  expect((await titles(admin)).join(' ')).toBe(all)
})
