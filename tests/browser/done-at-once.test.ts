import type { Page } from '@playwright/test'
import { at, expect, groupOf, move, openGroup, record, steps, test } from './counter'
import { submittedAt } from './operator'

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

const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true }).click()

test('shows a step done at the click, before the server has answered, and keeps it so', async ({
  staff,
}) => {
  const { reference } = await record(staff, wish('13802050101', 401))
  await staff.goto(at(`/requests/${reference}`))
  const group = await openGroup(staff, '核对机主身份和号码')
  await group.getByRole('button', { name: '全部相符' }).click()
  const release = await held(staff)
  await save(staff)
  await expect(group.locator('[aria-busy=true]')).toHaveText('已完成')
  release()
  await expect(group.locator('[aria-busy]')).toHaveCount(0)
  await expect(group.getByRole('heading')).toContainText('已完成')
})

test('takes a refused step back where it was shown done, says why, and keeps what was typed', async ({
  staff,
}) => {
  const { reference } = await record(staff, wish('13802050102', 402))
  await staff.goto(at(`/requests/${reference}`))
  const group = await openGroup(staff, '余额和退款方式')
  const amount = staff.getByLabel('余额（元）')
  await amount.fill('12,8')
  await staff.getByLabel('退款方式').selectOption({ label: '现金' })
  const release = await held(staff)
  await save(staff)
  await expect(group.getByRole('heading')).toContainText('已完成')
  release()
  await expect(group.getByRole('heading')).not.toContainText('已完成')
  await expect(staff.locator('form').getByRole('alert')).toBeFocused()
  await expect(amount).toHaveValue('12,8')
  // The message leads to its field, also where the group was closed meanwhile.
  await openGroup(staff, '风险告知')
  await staff.locator('form').getByRole('alert').getByRole('link').click()
  await expect(amount).toBeFocused()
})

test('does not show a step done while a question has no answer', async ({ staff }) => {
  const { reference } = await record(staff, wish('13802050103', 403))
  await staff.goto(at(`/requests/${reference}`))
  const group = await openGroup(staff, '核对机主身份和号码')
  await group.getByRole('radio', { name: '与运营商登记一致' }).check()
  const release = await held(staff)
  await save(staff)
  await expect(staff.getByRole('button', { name: '正在保存…' })).toBeVisible()
  await expect(group.getByRole('heading')).not.toContainText('已完成')
  release()
  await expect(staff.locator('form').getByRole('alert')).toBeFocused()
  await expect(group.getByRole('radio', { name: '与运营商登记一致' })).toBeChecked()
})

test('a receipt is handed over in the act that completes, taken back, and handed over later', async ({
  staff,
  reviewer,
}) => {
  const [reference = ''] = submittedAt('2026-11-20T10:00', '13802050104')
  await move(reviewer, reference, '审核通过')
  await expect(reviewer.getByText('运营商办理中').first()).toBeVisible()
  await staff.goto(at(`/requests/${reference}`))
  await steps.submission(staff)
  // Nobody waits at the counter for this one.
  const tick = staff.getByRole('checkbox', { name: '回执当场交付，销户后事项已说明' })
  await expect(tick).not.toBeChecked()
  await tick.check()
  // What was filled is saved before all the same, and hands nothing over.
  await save(staff)
  const group = groupOf(staff, '提交运营商系统')
  await expect(group.locator('[aria-busy]')).toHaveCount(0)
  await expect(group.getByRole('heading')).toContainText('已完成')
  await staff.reload()
  await expect(group.getByRole('heading')).toContainText('已完成')
  await tick.check()
  await staff.getByRole('button', { name: '办结并打印回执' }).click()
  const later = staff.getByRole('button', { name: '已打印交付并说明' })
  const undo = staff.getByRole('button', { name: '撤销回执交付' })
  await expect(undo).toBeVisible()
  await expect(later).toBeHidden()
  await undo.click()
  await expect(later).toBeVisible()
  await expect(undo).toBeHidden()
  await later.click()
  await expect(undo).toBeVisible()
})
