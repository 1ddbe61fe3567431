// A line that breaks while a form is sent: nobody knows whether it was taken, so the desk looks by
// itself and then says which.
import type { Page, Route } from '@playwright/test'
import { at, expect, groupOf, openGroup, record, steps, test } from './counter'

const wish = (place: number) =>
  ({
    cardType: 'eSIM',
    channel: '营业厅办理',
    carrier: '中国电信',
    region: '江苏',
    phone: `138001399${place}`,
    name: '断线',
    serial: 200 + place,
    contactPhone: `139001399${place}`,
  }) as const

/**
 * The next server action of the page: `taken` reaches the desk and loses its answer, `lost` never
 * arrives.
 */
async function breakOnce(page: Page, how: 'taken' | 'lost') {
  let broken = false
  const handler = async (route: Route) => {
    const { 'next-action': action, 'content-type': type = '' } = route.request().headers()
    // What asks whether somebody is still there sends no form.
    if (broken || !action || !type.startsWith('multipart/')) return route.fallback()
    broken = true
    if (how === 'taken') await route.fetch({ maxRedirects: 0 })
    return route.abort('connectionreset')
  }
  await page.route('**/*', handler)
  return () => broken
}
// Shown done at once; then the server has said so too.
async function seenDone(page: Page) {
  const group = groupOf(page, '余额和退款方式')
  await expect(group.getByRole('heading')).toContainText('已完成')
  await expect(group.locator('[aria-busy]')).toHaveCount(0)
}
const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true }).click()
const versionOf = async (page: Page, reference: string) => {
  await page.goto(at(`/requests/${reference}`))
  return Number(await page.locator('input[name="$version"]').first().getAttribute('value'))
}

test('a note whose answer was lost is found saved, and shown once', async ({ staff }) => {
  const { reference } = await record(staff, wish(71))
  const before = await versionOf(staff, reference)
  await openGroup(staff, '余额和退款方式')
  await steps.balance(staff)
  const broke = await breakOnce(staff, 'taken')
  await save(staff)
  await expect(staff.getByText('连接曾中断，但本次操作已保存')).toBeVisible()
  expect(broke()).toBe(true)
  await seenDone(staff)
  expect(await versionOf(staff, reference)).toBe(before + 1)
})

test('a note that never arrived is reported as unsaved and can be sent again once', async ({
  staff,
}) => {
  const { reference } = await record(staff, wish(72))
  const before = await versionOf(staff, reference)
  await openGroup(staff, '余额和退款方式')
  await steps.balance(staff)
  await breakOnce(staff, 'lost')
  await save(staff)
  await expect(staff.getByText('连接中断，未保存')).toBeVisible()
  await expect(staff.getByLabel('余额（元）')).toHaveValue('12.80')
  await save(staff)
  await seenDone(staff)
  expect(await versionOf(staff, reference)).toBe(before + 1)
})

test('while offline the desk does not call a note unsaved; once online it checks', async ({
  staff,
}) => {
  const { reference } = await record(staff, wish(73))
  await staff.goto(at(`/requests/${reference}`))
  await openGroup(staff, '余额和退款方式')
  await steps.balance(staff)
  await staff.context().setOffline(true)
  await save(staff)
  await expect(staff.getByText('正在查询是否已保存')).toBeVisible()
  await expect(staff.getByText('保存失败')).toBeHidden()
  // Shown done at once when it was sent; nobody knows that now.
  await expect(groupOf(staff, '余额和退款方式').getByRole('heading')).not.toContainText('已完成')
  await expect(staff.getByRole('button', { name: /^保存$|正在保存/ }).first()).toBeDisabled()
  await staff.context().setOffline(false)
  await expect(staff.getByText('连接中断，未保存')).toBeVisible()
  await expect(staff.getByLabel('余额（元）')).toHaveValue('12.80')
})

test('a request whose answer was lost is found recorded, and its slip is shown', async ({
  staff,
}) => {
  await breakOnce(staff, 'taken')
  await record(staff, wish(74))
  await expect(staff.getByText('连接曾中断，但本次操作已保存')).toBeVisible()
})

test('the status page finds a withdrawal done whose answer was lost', async ({ staff, page }) => {
  const { reference, code } = await record(staff, wish(75))
  await page.goto(at('/status'))
  await page.getByLabel('受理编号').fill(reference)
  await page.getByLabel('联系电话后四位，或查询码').fill(code)
  await page.getByRole('button', { name: '查询', exact: true }).click()
  await page.locator('summary', { hasText: '撤回申请' }).click()
  await breakOnce(page, 'taken')
  await page.getByRole('button', { name: /^确认撤回/ }).click()
  await expect(page.getByText('连接曾中断，但本次操作已保存')).toBeVisible()
  await expect(page.getByText('申请已撤回，号码不受影响。')).toBeVisible()
})
