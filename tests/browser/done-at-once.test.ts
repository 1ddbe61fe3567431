import type { Page } from '@playwright/test'
import { at, expect, record, test } from './counter'

const wish = (phone: string, serial: number) =>
  ({
    cardType: '实体 SIM 卡',
    channel: '营业厅办理',
    carrier: '中国移动',
    region: '上海',
    phone,
    name: '快快记',
    serial,
    contactPhone: '13912345678',
  }) as const

/** Holds what the page sends until it is let go. */
async function held(page: Page) {
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/requests/*', async (route) => {
    if (route.request().method() === 'POST') await gate
    await route.continue()
  })
  return () => release()
}

test('a step is shown done at the click, before the server has answered, and stays so', async ({
  staff,
}) => {
  const { reference } = await record(staff, wish('13802050101', 401))
  await staff.goto(at(`/requests/${reference}`))
  await staff.getByRole('link', { name: /^工作人员核对信息/ }).click()
  await staff.getByRole('radio', { name: '与运营商登记一致' }).check()
  for (const tick of await staff.locator('#step').getByRole('checkbox').all()) await tick.check()
  const release = await held(staff)
  await staff.locator('#step').getByRole('button', { name: '记录', exact: true }).click()
  const task = staff.getByRole('link', { name: /^工作人员核对信息/ })
  await expect(task.locator('[aria-busy=true]')).toHaveText('已完成')
  release()
  await expect(task.locator('[aria-busy]')).toHaveCount(0)
  await expect(task).toContainText('已完成')
})

test('a refused note is taken back where it was shown done, the reason is said, and what was typed stays', async ({
  staff,
}) => {
  const { reference } = await record(staff, wish('13802050102', 402))
  await staff.goto(at(`/requests/${reference}`))
  await staff.getByRole('link', { name: /^工作人员核对信息/ }).click()
  const step = staff.locator('#step')
  await step.getByRole('radio', { name: '与运营商登记一致' }).check()
  await step.getByRole('checkbox').first().check()
  const release = await held(staff)
  await step.getByRole('button', { name: '记录', exact: true }).click()
  const task = staff.getByRole('link', { name: /^工作人员核对信息/ })
  await expect(task).toContainText('已完成')
  release()
  await expect(task).not.toContainText('已完成')
  await expect(step.getByRole('alert')).toBeFocused()
  await expect(step.getByRole('checkbox').first()).toBeChecked()
  await expect(step.getByRole('radio', { name: '与运营商登记一致' })).toBeChecked()

  // Where a question has no answer yet, nothing is shown done that cannot be.
  const other = await record(staff, wish('13802050103', 403))
  await staff.goto(at(`/requests/${other.reference}`))
  await staff.getByRole('link', { name: /^工作人员核对信息/ }).click()
  await expect(staff.getByRole('heading', { name: '工作人员核对信息', level: 2 })).toBeVisible()
  const free = await held(staff)
  await step.getByRole('button', { name: '记录', exact: true }).click()
  await expect(step.getByRole('button', { name: '正在保存…' })).toBeVisible()
  await expect(task).not.toContainText('已完成')
  free()
  await expect(step.getByRole('alert')).toBeFocused()
})
