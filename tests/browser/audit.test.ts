import { readFile } from 'node:fs/promises'
import { at, expect, test } from './counter'
import { makeStore } from './operator'

test('a change is read as a sentence, found by person, thing and day, and taken away as a file', async ({
  admin,
}) => {
  const code = 'audited'
  makeStore(code, '会被记录的店', [])
  await admin.goto(at(`/stores/${code}`))
  await admin.getByLabel('名称（中文）').fill('被记录的店')
  await admin.getByLabel('失效期限（天）').fill('12')
  await admin.getByRole('button', { name: '保存' }).click()
  await expect(admin.getByText('已保存')).toBeVisible()

  await admin.goto(at('/audit'))
  await admin.getByLabel('操作人').fill('admin@example')
  await admin.getByLabel('对象').fill('被记录')
  await admin.getByLabel('类型').selectOption({ label: '修改营业厅' })
  await admin.getByRole('button', { name: '查看' }).click()
  const entry = admin.getByRole('list', { name: '操作日志' }).getByRole('listitem')
  await expect(entry).toHaveCount(1)
  await expect(entry).toContainText('演示管理员 修改了营业厅 被记录的店 的设置')
  await expect(entry).toContainText('admin@example.test')
  await entry.locator('summary').click()
  const days = entry.getByRole('row').filter({ hasText: '失效期限（天）' })
  await expect(days.getByRole('cell')).toHaveText([/30$/, /12$/])
  await expect(admin.locator('main')).not.toContainText(/lapseDays|[{}]/)

  // What was asked goes into the file, which says the same.
  const [download] = await Promise.all([
    admin.waitForEvent('download'),
    admin.getByRole('link', { name: '导出 CSV' }).click(),
  ])
  const text = await readFile((await download.path()) ?? '', 'utf8')
  expect(text).toContain('修改了营业厅 被记录的店 的设置')
  expect(text.trim().split('\n')).toHaveLength(3)
  await admin.goto(at('/audit?what=audit.export'))
  await expect(entry.first()).toContainText('演示管理员 导出了操作日志')
  await entry.first().locator('summary').click()
  await expect(entry.first()).toContainText('被记录')

  await admin.goto(at(`/en/audit?q=${code}`))
  await admin
    .getByRole('link', { name: /Only entries by admin@example.test/ })
    .first()
    .click()
  await expect(admin.getByLabel('Person')).toHaveValue('admin@example.test')
})

test('dates in reverse are refused in words, and what was typed stays', async ({ admin }) => {
  await admin.goto(at('/audit?from=2026-11-20&to=2026-11-19&q=demo'))
  await expect(admin.getByText('结束日期不能早于开始日期')).toBeVisible()
  await expect(admin.getByLabel('开始日期')).toHaveValue('2026-11-20')
  await expect(admin.getByLabel('结束日期')).toHaveValue('2026-11-19')
  await expect(admin.getByLabel('对象')).toHaveValue('demo')
  await expect(admin.getByRole('list', { name: '操作日志' })).toHaveCount(0)
})

test('an audit without a match says so and offers the way back', async ({ admin }) => {
  await admin.goto(at('/audit?q=nothing-is-called-so'))
  await expect(admin.getByText('没有符合条件的记录')).toBeVisible()
  await admin.locator('main').getByRole('link', { name: '清除条件' }).click()
  await expect(admin.getByRole('list', { name: '操作日志' })).toBeVisible()
})
