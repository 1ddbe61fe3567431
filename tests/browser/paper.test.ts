import { paperHeader } from '@/lib/cancellation/rules/paper'
import { residentId } from '@/lib/ops/seed/demo-people'
import { at, expect, test } from './counter'

const row = (serial: number, change: Record<string, string> = {}) => {
  const cells: Record<string, string> = {
    cardType: 'sim',
    channel: 'in_store',
    carrier: 'china-mobile',
    region: 'CN-SH',
    phoneNumber: `138001340${10 + serial}`,
    holderName: `纸本${'甲乙丙丁'.charAt(serial % 4)}`,
    documentType: 'resident_id',
    documentNumber: residentId(800 + serial),
    contactPhone: '13912345678',
    reason: 'cost',
    consent: '是',
    ...change,
  }
  return paperHeader.map((name) => cells[name] ?? '').join(',')
}
const csv = (...rows: string[]) => ({
  name: 'paper.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([paperHeader.join(','), ...rows].join('\r\n')),
})

test('paper requests are checked together, recorded singly, and not opened twice', async ({
  staff,
}) => {
  await staff.goto(at('/requests'))
  await staff.getByRole('link', { name: '纸质单补录' }).click()
  const file = staff.getByLabel('CSV 文件')
  await file.setInputFiles(csv(row(1), row(2, { documentNumber: '110105194912310021' })))
  await staff.getByRole('button', { name: '检查文件' }).click()
  await expect(staff.getByText('有 1 处错误，请改正后再检查')).toBeVisible()
  await expect(
    staff.getByText('第 3 行第 11 列 documentNumber：校验位不符，请核对证件号码'),
  ).toBeVisible()
  await expect(staff.getByRole('button', { name: /^登记/ })).toBeHidden()

  await file.setInputFiles(csv(row(1), row(2), row(3)))
  await staff.getByRole('button', { name: '检查文件' }).click()
  await expect(staff.getByText('检查通过，共 3 条')).toBeVisible()
  await staff.getByRole('button', { name: '登记 3 条' }).click()
  await expect(staff.getByText('登记完成：3 条，没有登记 0 条')).toBeVisible()

  await file.setInputFiles(csv(row(3), row(4)))
  await staff.getByRole('button', { name: '检查文件' }).click()
  await staff.getByRole('button', { name: '登记 2 条' }).click()
  await expect(staff.getByText('登记完成：1 条，没有登记 1 条')).toBeVisible()
  const refused = staff.getByRole('listitem').filter({ hasText: '第 2 行' })
  await refused.getByRole('link').click()
  await expect(staff.getByRole('heading', { name: '纸本丁' })).toBeVisible()
})

test('a file saved by Excel on a Chinese Windows keeps its characters', async ({ staff }) => {
  // 纸 and 测 in GB 18030.
  const [before, after] = row(9, { holderName: '??' }).split('??')
  const bytes = Buffer.concat([
    Buffer.from(`${paperHeader.join(',')}\r\n${before}`),
    Buffer.from([0xd6, 0xbd, 0xb2, 0xe2]),
    Buffer.from((after ?? '').replace('是', 'yes')),
  ])
  await staff.goto(at('/requests/import'))
  await staff
    .getByLabel('CSV 文件')
    .setInputFiles({ name: 'excel.csv', mimeType: 'text/csv', buffer: bytes })
  await staff.getByRole('button', { name: '检查文件' }).click()
  await staff.getByRole('button', { name: '登记 1 条' }).click()
  await staff.getByRole('listitem').filter({ hasText: '第 2 行' }).getByRole('link').click()
  await expect(staff.getByRole('heading', { name: '纸测' })).toBeVisible()
})
