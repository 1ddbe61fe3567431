import { confirm } from './confirm'
import { at, expect, test } from './counter'

test('a rule is checked, written, and said to staff and customers', async ({ admin, staff }) => {
  await admin.goto(at('/carriers'))
  await expect(admin.getByRole('row').filter({ hasText: '中国广电' })).toContainText('待核对')
  await admin.goto(at('/carriers/china-broadnet/rules'))
  const topic = (name: string) =>
    // The form of a rule has the same heading.
    admin
      .locator('section:not(#rule)')
      .filter({ has: admin.getByRole('heading', { name, exact: true }) })
  const order = topic('办理顺序')
  await expect(order).toContainText('先办共号手表和副卡')
  await topic('可接受的经办人').getByRole('button', { name: '今日已核对' }).click()
  await expect(admin.getByText('已保存')).toBeVisible()
  await expect(topic('可接受的经办人').getByText('待核对')).toBeHidden()

  await topic('认可的机主证件').getByRole('link', { name: '新增' }).click()
  await admin.getByLabel('依据').fill('广电客服 2026-11-28 答复')
  await admin.getByRole('button', { name: '保存' }).click()
  await expect(admin.getByText('请先更正以下内容')).toBeVisible()
  await expect(admin.getByLabel('依据')).toHaveValue('广电客服 2026-11-28 答复')
  const kinds = admin.getByRole('group', { name: '认可的机主证件' })
  await kinds.getByLabel('居民身份证 / 居住证').check()
  await kinds.getByLabel('护照').check()
  await admin.getByRole('button', { name: '保存' }).click()
  await expect(topic('认可的机主证件')).toContainText('广电客服 2026-11-28 答复')

  await staff.goto(at('/requests/new'))
  await staff.getByLabel('运营商', { exact: true }).selectOption({ label: '中国广电' })
  await expect(staff.getByRole('region', { name: '能不能办' })).toContainText('认可的机主证件')
  await staff.goto(at('/guide/sim/in-store?carrier=china-broadnet&region=CN-SH'))
  await expect(staff.getByText('中国广电怎么办')).toBeVisible()
  await expect(staff.getByText('先办共号手表和副卡')).toBeVisible()

  const remove = topic('认可的机主证件').getByRole('button', { name: '删除' })
  await confirm(admin, remove, '删除规则，立即适用于新申请和在办申请')
  await expect(topic('认可的机主证件')).toContainText('没有规则')
})

test('a file is compared before it counts', async ({ admin }) => {
  await admin.goto(at('/carriers/china-telecom/rules'))
  const link = admin.getByRole('link', { name: '导出文件' })
  const href = (await link.getAttribute('href')) ?? ''
  const file = decodeURIComponent(href.slice(href.indexOf(',') + 1))
  await admin.getByText('从文件导入').click()
  const text = admin.getByLabel('文件内容')
  const compare = admin.getByRole('button', { name: '比较差异' })
  await text.fill('{')
  await compare.click()
  await expect(admin.getByText('文件无法读取')).toBeVisible()
  await text.fill(file)
  await compare.click()
  await expect(admin.getByText('与现有规则一致')).toBeVisible()
  await text.fill(file.replace('"secondaryFirst": true', '"secondaryFirst": false'))
  await compare.click()
  await expect(admin.getByText('→ 不分先后')).toBeVisible()
  await admin.getByRole('button', { name: '应用 1 处改动' }).click()
  await expect(admin.getByText('已保存')).toBeVisible()
  await expect(admin.getByText('不分先后')).toBeVisible()
})
