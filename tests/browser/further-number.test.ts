// Another number of the same customer, at the counter: what the form brings along and what it never
// shows; and what the desk says before and after a request.
import { residentId } from '@/lib/ops/seed/demo-people'
import { at, expect, move, record, test } from './counter'
import { submittedAt } from './operator'

const wish = (place: number, name: string) => ({
  cardType: '实体 SIM 卡' as const,
  channel: '营业厅办理' as const,
  carrier: '中国移动',
  region: '上海',
  phone: `1380013740${place}`,
  name,
  serial: 740 + place,
  contactPhone: `1390013740${place}`,
})

test('a further number brings the customer along, and never the document’s number', async ({
  staff,
}) => {
  const { reference } = await record(staff, wish(1, '吴两号'))
  const bodies: string[] = []
  staff.on('response', async (answer) => {
    if (answer.request().resourceType() === 'document' || answer.url().includes('_rsc'))
      bodies.push(await answer.text().catch(() => ''))
  })
  await staff.getByRole('link', { name: '再办一个号码' }).first().click()
  await expect(staff.getByRole('heading', { name: '再办一个号码' })).toBeVisible()
  expect(new URL(staff.url()).search).toBe(`?from=${reference}`)
  await expect(staff.getByLabel('机主姓名')).toHaveValue('吴两号')
  await expect(staff.getByLabel('联系电话')).toHaveValue('139 0013 7401')
  await expect(staff.getByLabel('客户同意为办理销户处理其个人信息')).toBeChecked()
  await expect(staff.getByLabel('手机号码')).toHaveValue('')
  await expect(staff.getByLabel('不保留，办理销户')).not.toBeChecked()
  const number = staff.getByLabel('证件号码', { exact: true })
  await expect(number).toHaveValue('')
  await expect(number).toHaveAccessibleDescription(/^同 .*：\*+\d{3}[\dX]$/)
  expect(bodies.join()).not.toContain(residentId(741))

  // Another name is another person: the document is asked for, and nothing typed is lost.
  await staff.getByLabel('不保留，办理销户').check()
  await staff.getByLabel('手机号码').fill('13800137405')
  await staff.getByLabel('机主姓名').fill('吴别人')
  await staff.keyboard.press('Control+Enter')
  await expect(number).toHaveAttribute('aria-invalid', 'true')
  await expect(staff.getByLabel('手机号码')).toHaveValue('138 0013 7405')
  await staff.getByLabel('机主姓名').fill('吴两号')
  await staff.keyboard.press('Control+Enter')
  await expect(staff.getByText('受理单已打印')).toBeVisible()
  await expect(staff.getByText('138 0013 7405').first()).toBeVisible()
  await expect(staff.getByText('客户等候', { exact: false }).first()).toHaveText(/0 分钟/)
})

test('a watch that shares the number goes first, the main number last, in one visit', async ({
  staff,
}) => {
  const watch = { ...wish(8, '吴手表'), cardType: 'eSIM' as const }
  await staff.goto(at('/requests/new'))
  await staff.getByRole('radio', { name: 'eSIM', exact: true }).check()
  await expect(staff.getByText('手表等设备可能另有号码，请核对要销的是哪一个')).toBeVisible()
  await expect(staff.getByText('有共号手表或副卡的，先办它们，最后办主号。')).toBeVisible()
  await record(staff, watch)
  await staff.getByRole('link', { name: '再办一个号码' }).first().click()
  await expect(staff.getByRole('heading', { name: '再办一个号码' })).toBeVisible()
  await staff.getByRole('radio', { name: '实体 SIM 卡', exact: true }).check()
  await staff.getByLabel('不保留，办理销户').check()
  await staff.getByLabel('手机号码').fill('13800137409')
  await staff.keyboard.press('Control+Enter')
  await expect(staff.getByText('受理单已打印')).toBeVisible()
  await expect(staff.getByRole('heading', { name: '138 0013 7409' })).toBeVisible()
})

test('a colleague’s request gives nothing, and the page says so', async ({ staff }) => {
  const [reference = ''] = submittedAt('2026-11-20T10:00', '13800137411')
  await staff.goto(at(`/requests/${reference}`))
  await expect(staff.getByRole('heading', { name: '138 0013 7411' })).toBeVisible()
  await expect(staff.getByRole('link', { name: '再办一个号码' })).toBeHidden()
  await staff.goto(at(`/requests/new?from=${reference}`))
  await expect(staff.getByText('无法沿用原申请的信息', { exact: false })).toBeVisible()
  await expect(staff.getByLabel('机主姓名')).toHaveValue('')
})

test('a number that the store has rejected is told on leaving its field', async ({
  staff,
  reviewer,
}) => {
  const [reference = ''] = submittedAt('2026-11-20T10:00', '13800137421')
  await move(reviewer, reference, '审核不通过', async (page) => {
    const panel = page.locator('#moves details[open]')
    await panel.getByLabel('原因').selectOption({ index: 1 })
    await panel.getByLabel('给客户的说明').fill('材料不符')
  })
  await expect(reviewer.getByText('未通过').first()).toBeVisible()
  await staff.goto(at('/requests/new'))
  await staff.getByLabel('手机号码').fill('13800137421')
  await staff.getByLabel('手机号码').press('Tab')
  await expect(staff.getByText('该号码在本营业厅曾审核未通过')).toBeVisible()
  await expect(staff.getByRole('link', { name: '查看原申请' })).toHaveAttribute(
    'href',
    new RegExp(reference),
  )
  await staff.getByLabel('手机号码').fill('13800137422')
  await staff.getByLabel('手机号码').press('Tab')
  await expect(staff.getByText('该号码在本营业厅曾审核未通过')).toBeHidden()
})
