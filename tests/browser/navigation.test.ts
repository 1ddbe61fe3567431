import type { Page } from '@playwright/test'
import { at, expect, record, test } from './counter'
import { command } from './operator'

const phone = { width: 390, height: 844 }
const nav = (page: Page) => page.getByRole('navigation', { name: /^(主导航|Main)$/ })
const menu = (page: Page) => nav(page).locator('summary')
const names = (page: Page) => nav(page).getByRole('link').allInnerTexts()
const isWider = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

test('on a phone the navigation is a menu that the keyboard opens, follows and closes', async ({
  staff,
}) => {
  await staff.setViewportSize(phone)
  await staff.goto(at('/requests'))
  await expect(menu(staff)).toHaveText('菜单', { useInnerText: true })
  expect(await names(staff)).toEqual([])
  await menu(staff).focus()
  await staff.keyboard.press('Enter')
  await expect(nav(staff).locator('[aria-current=page]:visible')).toHaveText('注销申请')
  await staff.keyboard.press('Escape')
  expect(await names(staff)).toEqual([])
  await expect(menu(staff)).toBeFocused()

  await staff.keyboard.press('Enter')
  const day = nav(staff).getByRole('link', { name: '日终核对' })
  await day.focus()
  await staff.keyboard.press('Enter')
  await staff.waitForURL('**/day')
  expect(await names(staff)).toEqual([])

  // What is opened over the page does not stay there when the focus goes on.
  await menu(staff).click()
  await nav(staff).getByRole('button', { name: '退出登录' }).focus()
  await staff.keyboard.press('Tab')
  expect(await names(staff)).toEqual([])
})

test('an administrator finds every page once, in named groups, and nothing is too wide', async ({
  admin,
}) => {
  for (const [locale, groups] of [
    ['', ['业务办理', '运营商与指引', '人员与设置']],
    ['/en', ['Desk work', 'Carriers and guides', 'People and settings']],
  ] as const)
    for (const width of [1440, 1024, 390]) {
      await admin.setViewportSize({ width, height: 900 })
      await admin.goto(at(`${locale}/audit`))
      await menu(admin).click()
      const found = await names(admin)
      expect(found.length).toBeGreaterThanOrEqual(12)
      expect(found.filter((name, place) => found.indexOf(name) !== place)).toEqual([])
      for (const name of groups) await expect(nav(admin).getByRole('list', { name })).toBeVisible()
      await expect(nav(admin).locator('[aria-current=page]:visible')).toHaveCount(1)
      expect(await isWider(admin)).toBe(false)
      // One line, beside the name of the desk.
      const header = await admin.locator('header').boundingBox()
      expect(header?.height).toBeLessThan(70)
    }
})

test('a page that takes a while says that it is being loaded', async ({ staff }) => {
  await staff.goto(at('/requests'))
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await staff.route('**/day?_rsc=*', async (route) => {
    await held
    await route.continue()
  })
  await nav(staff).getByRole('link', { name: '日终核对' }).click()
  const loading = staff.getByRole('status').getByText('正在加载…')
  await expect(loading).toBeVisible()
  await expect(staff.getByRole('heading', { name: '注销申请', level: 1 })).toBeVisible()
  release()
  await staff.waitForURL('**/day')
  await expect(loading).toHaveCount(0)
})

test('a page that fails keeps the header, names the error and can be tried again', async ({
  staff,
}) => {
  const { reference } = await record(staff, {
    cardType: '实体 SIM 卡',
    channel: '营业厅办理',
    carrier: '中国移动',
    region: '上海',
    phone: '13800139783',
    name: '错页测',
    serial: 121,
    contactPhone: '13912345678',
  })
  const rename = (from: string, to: string) =>
    command('tests/browser/rename-in-record', [reference, from, to])
  rename('steps', 'taken')
  await staff.goto(at(`/requests/${reference}`))
  const notice = staff.getByRole('alert').filter({ hasText: '这一页没有打开' })
  await expect(notice).toContainText(/错误编号 \w+/)
  await expect(nav(staff).getByRole('link', { name: '新建申请' })).toBeVisible()
  await expect(notice.getByRole('link', { name: '返回首页' })).toBeVisible()
  rename('taken', 'steps')
  await notice.getByRole('button', { name: '再试一次' }).click()
  await expect(staff.getByRole('heading', { level: 1 })).toContainText('138 0013 9783')
})
