// Who stands at the counter (P25, P29), what proves it, and the numbers that are refused (I6).
import type { Page } from '@playwright/test'
import { residentId } from '@/lib/ops/seed/demo-people'
import { at, expect, fillRecord, test } from './counter'

const wish = (place: number) =>
  ({
    cardType: '实体 SIM 卡',
    channel: '营业厅办理',
    carrier: '中国移动',
    region: '上海',
    phone: `1380013941${place}`,
    name: '年轻示例',
    serial: 810 + place,
    contactPhone: `1390013941${place}`,
  }) as const

const press = (page: Page) => page.getByRole('button', { name: '受理并打印受理单' }).click()
const documentOf = (page: Page) => page.getByLabel('证件号码', { exact: true })

test('a minor of 17 is asked about, and recorded with the reason', async ({ staff }) => {
  await fillRecord(staff, wish(1))
  const seventeen = `${new Date().getFullYear() - 17}0101`
  await documentOf(staff).fill(residentId(811, seventeen))
  await documentOf(staff).blur()
  await expect(staff.getByText('机主未成年，经办人不是监护人')).toBeVisible()
  await press(staff)
  await expect(staff.getByText('请填写原因，否则不能受理').first()).toBeVisible()
  await staff.getByLabel('仍可受理的原因').fill('已工作，自食其力')
  await press(staff)
  await expect(staff.getByText('受理单已打印')).toBeVisible()
  await expect(staff.getByText('“已工作，自食其力”')).toBeVisible()
})

test('a child of 10 needs the guardian, whose household register has no date', async ({
  staff,
}) => {
  await fillRecord(staff, wish(2))
  const ten = `${new Date().getFullYear() - 10}0101`
  await documentOf(staff).fill(residentId(812, ten))
  await documentOf(staff).blur()
  const verdict = staff.getByRole('region', { name: '能不能办' })
  await expect(verdict).toContainText('机主未满 16 周岁，须由监护人办理')
  await staff.getByLabel('经办人', { exact: true }).selectOption({ label: '监护人' })
  await expect(verdict).not.toContainText('须由监护人办理')
  await expect(verdict).toContainText('未成年机主的身份证件或户口簿')
  await expect(staff.getByLabel('监护关系证明')).toHaveValue('household_register')
  await expect(staff.getByLabel('授权证明日期')).toHaveCount(0)
  await staff.getByLabel('经办人姓名').fill('监护示例')
  await documentOf(staff).last().fill(residentId(813))
  await press(staff)
  await expect(staff.getByText('受理单已打印')).toBeVisible()
  // On paper too: the proof by its name, without a date.
  await staff.goto(`${new URL(staff.url()).origin}${new URL(staff.url()).pathname}/form`)
  const proof = staff.getByRole('definition').filter({ hasText: '户口簿' })
  await expect(proof).toHaveText(/户口簿）$/)
})

test('an heir: the reason is preset, and a court document has its date', async ({ staff }) => {
  await fillRecord(staff, wish(3))
  await staff.getByLabel('经办人', { exact: true }).selectOption({ label: '继承人' })
  await expect(staff.getByRole('radio', { name: '机主去世' })).toBeChecked()
  await staff.getByLabel('亲属关系证明').selectOption({ label: '公证书' })
  await expect(staff.getByLabel('授权证明日期')).toBeVisible()
  await staff.getByLabel('亲属关系证明').selectOption({ label: '户口簿' })
  await staff.getByLabel('经办人姓名').fill('继承示例')
  await documentOf(staff).last().fill(residentId(814))
  await press(staff)
  await expect(staff.getByText('受理单已打印')).toBeVisible()
  await expect(staff.getByText('机主去世').first()).toBeVisible()
})

test('a death is told on the dead person’s other request, which then writes to nobody', async ({
  staff,
}) => {
  await fillRecord(staff, wish(4))
  await documentOf(staff).fill(residentId(816))
  await press(staff)
  await expect(staff.getByText('受理单已打印')).toBeVisible()
  const { pathname } = new URL(staff.url())
  await fillRecord(staff, wish(5))
  await documentOf(staff).fill(residentId(816))
  await staff.getByLabel('经办人', { exact: true }).selectOption({ label: '继承人' })
  await staff.getByLabel('经办人姓名').fill('继承示例')
  await documentOf(staff).last().fill(residentId(817))
  await press(staff)
  await expect(staff.getByText('受理单已打印')).toBeVisible()
  await staff.goto(at(pathname))
  await expect(staff.getByText('不再向本申请登记的联系方式发送通知')).toBeVisible()
  await staff.getByRole('link', { name: '改由继承人办理' }).click()
  await expect(staff.getByLabel('经办人', { exact: true })).toBeVisible()
})

test('a landline and a number too short are refused at their field', async ({ staff }) => {
  await staff.goto(at('/requests/new'))
  await staff.getByLabel('手机号码').fill('021-55500100')
  await staff.getByLabel('联系电话').fill('1390013941')
  await staff.getByLabel('机主姓名').fill('固话示例')
  await staff.getByLabel('机主姓名').blur()
  await expect(staff.getByLabel('手机号码')).toHaveAccessibleDescription(/这是固定电话/)
  await expect(staff.getByLabel('联系电话')).toHaveAccessibleDescription(/手机号码是 11 位数字/)
  await expect(staff.getByLabel('机主姓名')).toHaveValue('固话示例')
})
