import { at, expect, test } from './counter'

const file = (name: string, ...parts: (string | number[])[]) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
  ),
})
// 国庆节 and 元旦 in GB 18030.
const [nationalDay, newYear] = [
  [0xb9, 0xfa, 0xc7, 0xec, 0xbd, 0xda],
  [0xd4, 0xaa, 0xb5, 0xa9],
]
const refused = '第 3 行第 16 个字符起无法识别（字节 FF）：既不是 UTF-8，也不是 GB 18030。'

test('a year is read as Excel saves it; another encoding is refused by line', async ({ admin }) => {
  await admin.goto(at('/calendar/2031'))
  const text = admin.getByLabel('CSV 内容')
  const choose = admin.getByLabel('选择文件')
  const head = 'date,day,name_zh,name_en\r\n2031-10-01,off,'
  await choose.setInputFiles(file('excel.csv', head, nationalDay, ',National Day\r\n'))
  await expect(text).toHaveValue(/2031-10-01,off,国庆节,National Day/)
  await choose.setInputFiles(file('utf-8.csv', '\uFEFF', head, '国庆节,National Day\r\n'))
  await expect(text).toHaveValue(/^date.*\n2031-10-01,off,国庆节/)

  const damaged = file('damaged.csv', head, nationalDay, ',x\r\n2031-01-01,off,', [0xff], newYear)
  await choose.setInputFiles(damaged)
  await expect(admin.getByRole('alert').filter({ hasText: refused })).toBeVisible()
  await expect(choose).toHaveAccessibleDescription(/第 3 行第 16 个字符起/)
  await expect(text).toHaveValue(/国庆节/)
  await choose.setInputFiles(file('utf-8.csv', head, '国庆,National Day\r\n'))
  await expect(admin.getByText('无法识别')).toBeHidden()
  await expect(text).toHaveValue(/国庆,/)
})

test('a rulebook is read from GB 18030 too', async ({ admin }) => {
  await admin.goto(at('/carriers/china-unicom/rules'))
  await admin.getByText('从文件导入').click()
  const text = admin.getByLabel('文件内容')
  await text.fill('{"typed": true}')
  const choose = admin.getByLabel('选择文件')
  await choose.setInputFiles(file('damaged.json', '{\n"source":\n"             ', [0xff], '"}'))
  await expect(admin.getByText('第 3 行第 15 个字符起无法识别（字节 FF）')).toBeVisible()
  await expect(text).toHaveValue('{"typed": true}')
  await choose.setInputFiles(file('rules.json', '{"source": "', newYear, '"}'))
  await expect(text).toHaveValue('{"source": "元旦"}')
})

test('a file of paper requests in another encoding is refused by line', async ({ staff }) => {
  await staff.goto(at('/requests/import'))
  const utf16 = Buffer.from('\uFEFFcardType,channel', 'utf16le')
  await staff
    .getByLabel('CSV 文件')
    .setInputFiles({ name: 'unicode.csv', mimeType: 'text/csv', buffer: utf16 })
  await staff.getByRole('button', { name: '检查文件' }).click()
  await expect(staff.getByText('第 1 行第 1 个字符起无法识别（字节 FF）')).toBeVisible()
})

test('a report of a reversed or future period is refused at its field', async ({ reviewer }) => {
  await reviewer.goto(at('/reports?from=2026-11-20&to=2026-11-10&by=carrier'))
  const from = reviewer.getByLabel('从', { exact: true })
  await expect(from).toHaveValue('2026-11-20')
  await expect(from).toHaveAccessibleDescription(/开始日期不能晚于结束日期/)
  await expect(reviewer.getByLabel('到', { exact: true })).toHaveValue('2026-11-10')
  await expect(reviewer.getByText('没有生成报表，请先更正日期。')).toBeVisible()
  await expect(reviewer.getByRole('link', { name: '导出 CSV' })).toBeHidden()
  const file = await reviewer.request.get(at('/api/reports?from=2026-11-20&to=2026-11-10'))
  expect([file.status(), await file.text()]).toEqual([400, '从：开始日期不能晚于结束日期\n'])

  await from.fill('2026-11-01')
  await reviewer.getByRole('button', { name: '查看' }).click()
  await expect(reviewer.getByText('没有生成报表')).toBeHidden()
  await expect(reviewer.getByRole('link', { name: '导出 CSV' })).toBeVisible()
  await expect(reviewer.getByLabel('分组')).toHaveValue('carrier')
})
