import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type axeCore from 'axe-core'
import { at, expect, test } from './counter'
import { newClerk } from './new-clerk'
import { submittedAt } from './operator'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const grouped = (reference: string) => reference.replace(/(.{4})(?=.)/g, '$1-')

async function expectNoFaults(page: Page) {
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axeCore }).axe.run(document)
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
  expect(found).toEqual([])
}

const openList = async (page: Page, query = '') => {
  await page.goto(at(`/requests${query}`))
  await expect(page.getByRole('heading', { name: '注销申请' })).toBeVisible()
  await expect(page.locator('html[data-keys]')).toBeVisible()
}

const rowOf = (page: Page, reference: string) =>
  page.getByRole('row').filter({ hasText: grouped(reference) })

test('the list shows twelve rows above the fold at a counter, and cards on a phone', async ({
  staff,
}) => {
  submittedAt('2026-11-20T10:00', '13800139731', 13)
  await staff.setViewportSize({ width: 1440, height: 900 })
  await openList(staff)
  const bottoms = await staff
    .locator('[data-row]')
    .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().bottom))
  expect(bottoms.filter((bottom) => bottom <= 900).length).toBeGreaterThanOrEqual(12)
  const controls = staff.getByRole('search').locator('input, select, button')
  const boxes = await controls.evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect()).map(({ top, height }) => ({ top, height })),
  )
  expect(new Set(boxes.map(({ top }) => top)).size, 'one line').toBe(1)
  expect(boxes.map(({ height }) => height)).toEqual(boxes.map(() => 44))
  await expectNoFaults(staff)

  await staff.setViewportSize({ width: 390, height: 844 })
  const wide = await staff.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(wide).toBeLessThanOrEqual(0)
  const rights = await staff
    .locator('[data-row] td')
    .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().right))
  expect(Math.max(...rights), 'within the card').toBeLessThanOrEqual(390 - 16)
  await expectNoFaults(staff)
})

test('a waiting customer is the first row, and a view or a search narrows the list', async ({
  staff,
}) => {
  const [first = '', second = ''] = submittedAt('2026-11-20T10:00', '13800139751', 2)
  await staff.goto(at(`/requests/${second}`))
  await staff.getByRole('button', { name: '标为客户等候' }).click()
  await expect(staff.getByRole('button', { name: '客户已离开' })).toBeVisible()
  await openList(staff)
  const waiting = staff.locator('[data-row]').filter({ hasText: '客户等候' })
  await expect(waiting.filter({ hasText: grouped(second) })).toHaveCount(1)
  await expect(staff.locator('[data-row]').first()).toContainText('客户等候')

  await staff.getByLabel('视图').selectOption({ label: '全部申请' })
  await expect(staff).toHaveURL(/view=all/)
  await staff.getByRole('searchbox').fill(first)
  await staff.getByRole('searchbox').press('Enter')
  await expect(staff).toHaveURL(new RegExp(`q=${first}`))
  await expect(staff.locator('[data-row]')).toHaveCount(1)
  await staff.getByRole('searchbox').fill('龘')
  await staff.getByRole('searchbox').press('Enter')
  await expect(staff.getByText('没有符合条件的申请', { exact: true })).toBeVisible()
  await staff.getByRole('main').getByRole('link', { name: '清除条件' }).last().click()
  await expect(staff).toHaveURL(/\/requests$/)
})

test('a selection takes no room from the rows', async ({ reviewer }) => {
  const [reference = ''] = submittedAt('2026-11-20T10:00', '13800139761')
  await openList(reviewer, `?q=${reference}`)
  const top = () => rowOf(reviewer, reference).evaluate((row) => row.getBoundingClientRect().top)
  const before = await top()
  await expect(reviewer.getByRole('region', { name: '批量操作' })).toBeHidden()
  await rowOf(reviewer, reference).getByRole('checkbox').check()
  await expect(reviewer.getByText('已选 1 个申请')).toBeVisible()
  expect(await top()).toBe(before)
})

test('keys alone lead from the list to a request and back', async ({ staff }) => {
  const [reference = ''] = submittedAt('2026-11-20T10:00', '13800139771')
  await openList(staff)
  await staff.keyboard.press('/')
  await expect(staff.getByRole('searchbox')).toBeFocused()
  // Letters are text where text is typed.
  await staff.keyboard.type('jkgl?')
  await expect(staff.getByRole('searchbox')).toHaveValue('jkgl?')
  await expect(staff.getByRole('dialog')).toBeHidden()
  await staff.getByRole('searchbox').fill(reference)
  await staff.keyboard.press('Enter')
  await expect(staff.locator('[data-row]')).toHaveCount(1)
  // Away from the field: a row is no field.
  await staff.keyboard.press('Tab')
  await staff.keyboard.press('j')
  await expect(rowOf(staff, reference).getByRole('link')).toBeFocused()
  await staff.keyboard.press('Enter')
  await expect(staff).toHaveURL(new RegExp(`/requests/${reference}$`))
  await staff.keyboard.press('g')
  await staff.keyboard.press('l')
  await expect(staff).toHaveURL(/\/requests$/)
  const rows = staff.locator('[data-row] th a')
  await expect(rows.first()).toBeVisible()
  await staff.keyboard.press('j')
  await staff.keyboard.press('j')
  await expect(rows.nth(1)).toBeFocused()
  await staff.keyboard.press('k')
  await expect(rows.first()).toBeFocused()
})

test('the palette finds pages in either language, and ? lists the keys', async ({ staff }) => {
  await openList(staff)
  await staff.keyboard.press('Control+k')
  const field = staff.getByRole('combobox', { name: '命令面板' })
  await expect(field).toBeFocused()
  await expectNoFaults(staff)
  const found = staff.getByRole('listbox', { name: '命令面板' }).getByRole('option')
  await field.fill('new request')
  await expect(found).toHaveCount(1)
  await expect(found).toContainText('新建申请')
  await staff.keyboard.press('Escape')
  await expect(field).toBeHidden()
  await staff.keyboard.press('Meta+k')
  await staff.keyboard.press('ArrowDown')
  await expect(found.nth(1)).toHaveAttribute('aria-selected', 'true')
  await staff.keyboard.press('ArrowUp')
  await expect(found.first()).toHaveAttribute('aria-selected', 'true')
  await field.fill('新建')
  await staff.keyboard.press('Enter')
  await expect(staff).toHaveURL(/\/requests\/new$/)

  await openList(staff)
  await staff.keyboard.press('?')
  // Letters in a dialog are no keys of the page.
  const help = staff.getByRole('dialog', { name: '快捷键' })
  await expect(help).toContainText('下一条申请')
  await expectNoFaults(staff)
  await staff.keyboard.press('j')
  await expect(help).toBeVisible()
  await staff.keyboard.press('Escape')
  await expect(help).toBeHidden()
})

test('single letters can be switched off, and chords go on', async ({ admin, browser }) => {
  // The switch is the account's: other tests press letters as the usual clerk meanwhile.
  const staff = await newClerk(admin, browser, 'letters@example.test')
  await staff.goto(at('/account'))
  await staff.getByRole('button', { name: '关闭单字母快捷键' }).click()
  await expect(staff.getByRole('button', { name: '启用单字母快捷键' })).toBeVisible()
  await openList(staff)
  await staff.keyboard.press('?')
  await staff.keyboard.press('/')
  await staff.keyboard.press('Control+k')
  await expect(staff.getByRole('combobox', { name: '命令面板' })).toBeFocused()
  await expect(staff.getByRole('dialog')).toHaveCount(1)
  await staff.keyboard.press('Escape')
  await staff.goto(at('/account'))
  await staff.getByRole('button', { name: '启用单字母快捷键' }).click()
  await expect(staff.getByRole('button', { name: '关闭单字母快捷键' })).toBeVisible()
})
