import { at, expect, signedIn, test } from './counter'

test('an administrator begins at the overview, and comes back to it by the name of the desk', async ({
  browser,
}) => {
  const page = await signedIn(
    await (await browser.newContext()).newPage(),
    'admin@example.test',
    '概览',
  )
  await expect(page).toHaveURL(/\/overview$/)
  for (const title of [
    '未发布的草稿',
    '定时发布',
    '使用中指引的问题',
    '待核对的业务规则',
    '待另一位管理员批准',
    '常被退回的步骤',
    '需系统操作员处理',
  ])
    await expect(page.getByRole('heading', { name: title, level: 2 })).toBeVisible()
  const rules = page.locator('#rules').getByRole('link').first()
  const carrier = await rules.innerText()
  await rules.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(carrier)
  await page.getByRole('banner').getByRole('link', { name: '销户服务台' }).click()
  await expect(page.getByRole('heading', { name: '概览', level: 1 })).toBeVisible()
})

test('whoever works on requests begins with them, and nobody else sees the overview', async ({
  staff,
}) => {
  await staff.goto(at('/account/home'))
  await expect(staff).toHaveURL(/\/requests$/)
  await staff.goto(at('/overview'))
  await expect(staff.getByText('页面不存在')).toBeVisible()
})
