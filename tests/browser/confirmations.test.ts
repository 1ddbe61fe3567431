// What is final is asked about first, and what is typed is not lost by a link.
import { confirm } from './confirm'
import { at, expect, test } from './counter'
import { makeStore } from './operator'

test('a store that was never used is deleted once the question is answered', async ({ admin }) => {
  makeStore('never-used', '从未办理', [])
  await admin.goto(at('/stores/never-used'))
  const opener = admin.getByRole('button', { name: '删除营业厅' })
  await opener.click()
  const question = admin.getByRole('alertdialog', { name: '删除营业厅“从未办理”？' })
  await expect(question).toHaveAccessibleDescription(/删除后不能恢复/)
  await admin.keyboard.press('Enter')
  await expect(question).toHaveCount(0)
  await expect(opener).toBeFocused()
  await confirm(admin, opener, '永久删除“从未办理”')
  await expect(admin.getByText('已保存')).toBeVisible()
  await expect(admin.getByRole('link', { name: '从未办理' })).toHaveCount(0)
})

test('a form with unsaved input asks before it is left by a link', async ({ admin }) => {
  makeStore('left-open', '没保存', [])
  await admin.goto(at('/stores/left-open'))
  await expect(admin.locator('html[data-keys]')).toHaveCount(1)
  const phone = admin.getByLabel('电话', { exact: true })
  await phone.fill('021-5555')
  const home = admin.getByRole('banner').getByRole('link', { name: '销户服务台' })
  await home.click()
  const question = admin.getByRole('alertdialog', { name: '还有没保存的内容' })
  await expect(question.getByRole('button', { name: '留在本页' })).toBeFocused()
  await admin.keyboard.press('Escape')
  await expect(phone).toHaveValue('021-5555')
  await expect(admin).toHaveURL(/\/stores\/left-open$/)
  await home.click()
  await question.getByRole('button', { name: '离开，放弃填写的内容' }).click()
  await expect(admin).not.toHaveURL(/\/stores\/left-open/)
  // What is saved is not asked about.
  await admin.goto(at('/stores/left-open'))
  await expect(phone).toHaveValue('010')
  await phone.fill('021-6666')
  await admin.getByRole('button', { name: '保存', exact: true }).click()
  await expect(admin.getByText('已保存')).toBeVisible()
  await admin.getByRole('link', { name: '没保存' }).click()
  await expect(phone).toHaveValue('021-6666')
})

test('removing an obligation says for how many requests it is no longer checked', async ({
  admin,
}) => {
  await admin.goto(at('/carriers/china-unicom?tab=obligations'))
  const rows = admin.getByRole('tabpanel').getByRole('group')
  const before = await rows.count()
  const remove = rows.first().getByRole('button', { name: '删除' })
  await remove.click()
  const question = admin.getByRole('alertdialog')
  await expect(question).toHaveAccessibleName(/^删除前置事项“/)
  await expect(question).toHaveAccessibleDescription(/审核前/)
  await question.getByRole('button', { name: '取消' }).click()
  await expect(rows).toHaveCount(before)
  await confirm(admin, remove, /^删除“/)
  await expect(rows).toHaveCount(before - 1)
})
