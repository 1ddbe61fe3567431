import { at, expect, test } from './counter'
import { makeStore } from './operator'

test('an administrator finds a store and a text of a guide by typing, and goes there by keyboard', async ({
  admin,
}) => {
  makeStore('sought', '独有名称的店', [])
  await admin.goto(at('/overview'))
  await expect(admin.locator('html[data-keys]')).toBeAttached()
  await admin.keyboard.press('Control+k')
  const field = admin.getByRole('combobox', { name: '命令面板' })
  await field.fill('独有名称')
  const stores = admin.getByRole('group', { name: '营业厅' })
  await expect(stores.getByRole('option')).toHaveText(/独有名称的店/)
  await expect(stores.getByRole('option')).toHaveAttribute('aria-selected', 'true')
  await admin.keyboard.press('Enter')
  await expect(admin).toHaveURL(/\/stores\/sought$/)

  // A slash opens it too, and so does the button on a screen without keys.
  await admin.setViewportSize({ width: 390, height: 844 })
  await admin.getByRole('banner').getByText('菜单').click()
  await admin.getByRole('banner').getByRole('button', { name: '搜索' }).click()
  await field.fill('身份证')
  const guides = admin.getByRole('group', { name: '指引' })
  await expect(guides.locator('mark').first()).toHaveText('身份证')
  await guides.getByRole('option').first().click()
  await expect(admin).toHaveURL(/\/guides\/[0-9a-f-]+/)

  await admin.goto(at('/audit'))
  await expect(admin.locator('html[data-keys]')).toBeAttached()
  await admin.locator('h1').click()
  await admin.keyboard.press('/')
  await field.fill('这样的东西没有')
  await expect(admin.getByRole('status').getByText('没有找到')).toBeVisible()
})

test('a clerk finds pages and acts by typing, and asks nothing of what is set', async ({
  staff,
}) => {
  const asked: string[] = []
  staff.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await staff.goto(at('/requests'))
  await expect(staff.locator('html[data-keys]')).toBeAttached()
  await expect(staff.getByRole('button', { name: '搜索' })).toHaveCount(0)
  await staff.keyboard.press('Control+k')
  await staff.getByRole('combobox', { name: '命令面板' }).fill('日终')
  await expect(staff.getByRole('dialog').getByRole('option')).toHaveText(/日终核对/)
  expect(asked).not.toContain('/api/search')
})
