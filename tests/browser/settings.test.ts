import type { Page } from '@playwright/test'
import { confirm } from './confirm'
import { at, expect, signedIn, test } from './counter'
import { choosePassword } from './new-clerk'
import { makeStore } from './operator'
import { approve, secondAdmin } from './second-admin'

test('somebody is invited, given roles and disabled at once, all of it audited', async ({
  admin,
  browser,
}) => {
  await admin.goto(at('/accounts'))
  await admin.getByLabel('电子邮箱').fill('fresh@example.test')
  await admin.getByLabel('姓名', { exact: true }).fill('新营业员')
  await admin.getByLabel('角色').selectOption({ label: '营业员' })
  await admin.getByRole('button', { name: '发送邀请' }).click()
  await expect(admin.getByText('营业员和审核员须选择营业厅').first()).toBeVisible()
  await expect(admin.getByLabel('电子邮箱')).toHaveValue('fresh@example.test')
  await admin.getByLabel('营业厅', { exact: true }).selectOption({ label: '演示营业厅' })
  await admin.getByRole('button', { name: '发送邀请' }).click()
  // This desk sends no mail: the link is shown once, to be handed over.
  await expect(admin.getByText('链接只显示这一次，请转交给本人')).toBeVisible()
  const link = await admin.getByTestId('secret').innerText()
  await expect(admin.getByRole('row').filter({ hasText: '新营业员' })).toContainText(/已邀请/)
  await admin.reload()
  expect(await admin.content()).not.toContain(link)

  const fresh = await (await browser.newContext()).newPage()
  await fresh.goto(at(new URL(link).pathname))
  await expect(fresh.getByText('新营业员，您好', { exact: false })).toBeVisible()
  const chosen = fresh.getByLabel('密码', { exact: true })
  for (const [weak, said] of [
    ['short', '至少 15 个字符'],
    ['password12345678', '密码太常见'],
    ['fresh@example.test', '密码与姓名或邮箱太接近'],
  ] as const) {
    await chosen.fill(weak)
    await fresh.getByRole('button', { name: '设置密码并登录' }).click()
    await expect(chosen).toHaveAccessibleDescription(new RegExp(said))
    await expect(chosen).toHaveValue(weak)
    await expect(chosen).toBeFocused()
  }
  await choosePassword(fresh, link, 'a password of my own')
  const again = await (await browser.newContext()).newPage()
  await again.goto(at(new URL(link).pathname))
  await expect(again.getByRole('heading', { name: '这个链接已失效' })).toBeVisible()
  await fresh.goto(at('/requests'))
  await expect(fresh.getByRole('heading', { name: '注销申请' })).toBeVisible()

  await admin.goto(at('/accounts?q=fresh'))
  await admin.getByRole('link', { name: '新营业员' }).click()
  await expect(admin.getByRole('heading', { name: '新营业员' })).toBeVisible()
  await admin.getByLabel('角色').selectOption({ label: '审核员' })
  await admin.getByLabel('营业厅', { exact: true }).selectOption({ label: '演示营业厅' })
  const second = await secondAdmin(browser, 'second-admin@example.test')
  await admin.getByRole('button', { name: '添加角色' }).click()
  // A reviewer's role takes two: whoever asked for it cannot approve it.
  const waiting = admin.getByRole('listitem').filter({ hasText: '新角色：审核员 · demo' })
  await expect(waiting.getByText('须由另一位管理员处理')).toBeVisible()
  await fresh.goto(at('/reports'))
  await expect(fresh.getByText('页面不存在')).toBeVisible()
  await approve(second, '新营业员', fresh)
  await fresh.goto(at('/signin'))
  await fresh.getByLabel('电子邮箱').fill('fresh@example.test')
  await fresh.getByLabel('密码', { exact: true }).fill('a password of my own')
  await fresh.getByRole('button', { name: '登录', exact: true }).click()
  await expect(fresh.getByRole('heading', { name: '注销申请' })).toBeVisible()
  await admin.reload()
  await expect(admin.getByText('审核员 · 演示营业厅')).toBeVisible()
  await fresh.goto(at('/reports'))
  await expect(fresh.getByRole('heading', { name: '报表' })).toBeVisible()
  await confirm(admin, admin.getByRole('button', { name: '停用账号' }), /^停用新营业员的账号/)
  await expect(admin.getByText('已停用', { exact: true })).toBeVisible()
  await fresh.goto(at('/requests'))
  await expect(fresh.getByRole('button', { name: '登录', exact: true })).toBeVisible()

  await admin.goto(at('/audit?q=fresh'))
  for (const what of ['新建了', '邀请了', '申请了角色：审核员 · 演示营业厅', '批准了', '停用了'])
    await expect(admin.locator('main li').filter({ hasText: what }).first()).toBeVisible()
  await expect(admin.locator('main')).not.toContainText(link)
})

test("a carrier's settings are changed on its page; a stale save changes nothing", async ({
  admin,
  browser,
}) => {
  const other = await signedIn(
    await (await browser.newContext()).newPage(),
    'admin@example.test',
    '概览',
  )
  await admin.goto(at('/carriers/china-broadnet'))
  await other.goto(at('/carriers/china-broadnet'))
  const tab = (page: Page, name: string) => page.getByRole('tab', { name })
  await admin.getByLabel('客服电话').fill('10099 转 1')
  await tab(admin, '期限和条件').click()
  await admin.getByLabel('审核时限（天）').fill('many')
  await tab(admin, '前置事项').click()
  await admin.getByRole('button', { name: '保存' }).click()

  // The fault leads to its tab, and what was typed in another is still there.
  await expect(tab(admin, '期限和条件 1 处错误')).toHaveAttribute('aria-selected', 'true')
  await tab(admin, '名称和联系方式').click()
  await expect(admin.getByLabel('客服电话')).toHaveValue('10099 转 1')
  await admin.getByRole('link', { name: '请填写整数' }).click()
  await expect(admin.getByLabel('审核时限（天）')).toBeVisible()
  await admin.getByLabel('审核时限（天）').fill('5')
  await admin.getByRole('button', { name: '保存' }).click()
  await expect(admin.getByText('已保存')).toBeVisible()
  await admin.reload()
  await expect(admin.getByLabel('客服电话')).toHaveValue('10099 转 1')

  await tab(other, '期限和条件').click()
  await other.getByLabel('审核时限（天）').fill('9')
  await other.getByRole('button', { name: '保存' }).click()
  await expect(other.getByText('他人刚修改过此项')).toBeVisible()
  await admin.reload()
  await expect(admin.getByLabel('审核时限（天）')).toHaveValue('5')
})

test('switching off online eSIM for one region shows on the record form at once', async ({
  admin,
  staff,
}) => {
  const says = async () => {
    await staff.goto(at('/requests/new'))
    await staff.getByLabel('不保留，办理销户').check()
    await staff.getByRole('radio', { name: 'eSIM' }).check()
    await staff.getByRole('radio', { name: '网上办理' }).check()
    await staff.getByLabel('运营商', { exact: true }).selectOption({ label: '中国联通' })
    await staff.getByLabel('号码归属地').selectOption({ label: '天津' })
  }
  const notOffered = staff.getByText('中国联通在天津不提供 eSIM 网上销户')
  await says()
  await expect(notOffered).toBeHidden()

  const set = async (offered: boolean) => {
    await admin.goto(at('/carriers/china-unicom/rules'))
    await admin
      .getByRole('listitem')
      .filter({ hasText: '网上办理 · eSIM · ' })
      .getByRole('link', { name: '修改' })
      .click()
    await admin.getByLabel('天津').setChecked(offered)
    await admin.getByRole('button', { name: '保存' }).click()
    await expect(admin.getByText('已保存')).toBeVisible()
  }
  await set(false)
  // The clerk's form is open already: choosing again asks again.
  await staff.getByLabel('号码归属地').selectOption({ label: '上海' })
  await staff.getByLabel('号码归属地').selectOption({ label: '天津' })
  await expect(notOffered).toBeVisible()
  await set(true)
  await says()
  await expect(notOffered).toBeHidden()
})

test("a notice's text is previewed as it is sent; a faulty placeholder is refused", async ({
  admin,
}) => {
  await admin.goto(at('/notices'))
  await admin.getByRole('link', { name: '已撤回' }).click()
  await expect(admin.getByRole('heading', { name: '已撤回' })).toBeVisible()
  const text = admin.getByLabel('正文（中文）')
  await text.fill('您好，申请 {reference} 已撤回。{receipt}')
  const preview = admin.getByRole('region', { name: '预览（示例内容）（中文）' })
  await expect(preview).toContainText('您好，申请 K7M2-9QXT-4RWC 已撤回。')
  await expect(preview).toContainText('UCS-2 编码，34 个字符，计 1 条')
  await expect(preview).toContainText('开头没有签名')
  await expect(preview).toContainText('销户申请已撤回 Your cancellation is withdrawn')
  await admin.getByRole('button', { name: '保存' }).click()
  await expect(text).toHaveAccessibleDescription('没有占位符 {receipt}')
  await expect(text).toHaveValue('您好，申请 {reference} 已撤回。{receipt}')
  for (const [typed, said] of [
    ['您好，申请 {referense} 已撤回。', '没有占位符 {referense}，是否应为 {reference}？'],
    ['您好，申请 {reference 已撤回。', '占位符 {reference 缺少右花括号，是否应为 {reference}？'],
    ['您好，申请 {} 已撤回。', '占位符 {} 没有名称'],
    ['您好，申请 ｛reference｝ 已撤回。', '｛reference｝ 用了全角花括号，请用半角 { }'],
  ] as const) {
    await text.fill(typed)
    await admin.getByRole('button', { name: '保存' }).click()
    await expect(admin.getByRole('alert').filter({ hasText: said })).toBeVisible()
    await expect(text).toHaveValue(typed)
  }
  await text.fill('您好，申请 {reference} 已撤回。')
  await admin.getByRole('button', { name: '保存' }).click()
  await expect(admin.getByText('已保存')).toBeVisible()
  await expect(
    admin.getByRole('listitem').filter({ hasText: '已撤回' }).filter({ hasText: '第 1 版' }),
  ).toContainText('您好，申请 {reference} 已撤回。')

  // The built-in text is one click away, and so is what was typed; only saving changes anything.
  await admin.getByRole('link', { name: '已撤回' }).click()
  await text.fill('【营业厅】申请 {reference} 已撤回')
  await admin.getByText('早前的文本（1）').click()
  await admin.getByRole('button', { name: '把内置文本放入编辑框' }).click()
  await expect(text).toHaveValue(/^【销户服务台】/)
  await expect(admin.getByText('编辑框中现为内置文本，尚未保存。')).toBeVisible()
  await admin.getByRole('button', { name: '恢复刚才的文本' }).click()
  await expect(text).toHaveValue('【营业厅】申请 {reference} 已撤回')
  await admin.getByRole('button', { name: '把内置文本放入编辑框' }).click()
  await admin.getByRole('button', { name: '保存' }).click()
  await expect(
    admin.getByRole('listitem').filter({ hasText: '已撤回' }).filter({ hasText: '第 2 版' }),
  ).toContainText('【销户服务台】')
  await admin.getByRole('link', { name: '已撤回' }).click()
  await admin.getByText('早前的文本（2）').click()
  await admin.getByRole('button', { name: '把第 1 版放入编辑框' }).click()
  await expect(text).toHaveValue('您好，申请 {reference} 已撤回。')
})

test('retention can be changed; a store in use is not deleted, and its uses are shown', async ({
  admin,
}) => {
  await admin.goto(at('/retention'))
  await admin.getByLabel('完整号码保存天数').fill('10')
  await admin.getByRole('button', { name: '保存' }).click()
  await expect(admin.getByText('超出允许范围').first()).toBeVisible()
  await admin.getByLabel('完整号码保存天数').fill('700')
  await admin.getByRole('button', { name: '预览待销毁数据' }).click()
  await expect(admin.getByText(/^\d+ 个申请的完整号码$/)).toBeVisible()
  await expect(admin.getByLabel('完整号码保存天数')).toHaveValue('700')
  await admin.getByRole('button', { name: '保存' }).click()
  await expect(admin.getByText('已保存')).toBeVisible()
  await expect(admin.getByLabel('完整号码保存天数')).toHaveValue('700')
  // Customers are told what holds now.
  await admin.goto(at('/privacy'))
  await expect(admin.getByText('申请结束 700 天后自动销毁', { exact: false })).toBeVisible()

  // A store of its own: while another test saves the demo store, a deletion is refused as stale.
  makeStore('used', '在用营业厅', [['used@example.test', '在用营业员', 'staff']])
  await admin.goto(at('/stores/used'))
  await expect(admin.getByText('该营业厅正在使用', { exact: false })).toBeVisible()
  await expect(admin.getByText('1 个账号，例如 used@example.test')).toBeVisible()
  await expect(admin.getByRole('button', { name: '删除营业厅' })).toHaveCount(0)
})

test('opening hours with an exception are entered, refused at their field, and kept', async ({
  admin,
}) => {
  const sunday = admin.getByRole('group', { name: '周日', exact: true })
  makeStore('hours', '时间营业厅', [])
  await admin.goto(at('/stores/hours'))
  await sunday.getByLabel('开门').fill('10:00')
  await sunday.getByLabel('关门').fill('09:30')
  await admin.getByRole('button', { name: '添加例外日期' }).click()
  const exception = admin.getByRole('group', { name: '例外 1' })
  await exception.getByLabel('开始日期').fill('2027-02-06')
  await exception.getByLabel('结束日期').fill('2027-02-05')
  await admin.getByRole('button', { name: '保存', exact: true }).click()
  await expect(sunday.getByText('关门时间要晚于开门时间')).toBeVisible()
  await expect(exception.getByText('结束日期不能早于开始日期')).toBeVisible()
  await sunday.getByLabel('关门').fill('16:30')
  await exception.getByLabel('结束日期').fill('2027-02-12')
  await admin.getByRole('button', { name: '保存', exact: true }).click()
  await expect(admin.getByText('已保存')).toBeVisible()
  await admin.goto(at('/stores/hours'))
  await expect(sunday.getByLabel('关门')).toHaveValue('16:30')
  await expect(exception.getByLabel('结束日期')).toHaveValue('2027-02-12')
})

test("a carrier's tab stands in the address: it outlives a reload, a save and the way back", async ({
  admin,
}) => {
  const tab = (name: string) => admin.getByRole('tab', { name })
  const ready = () => expect(admin.locator('html[data-keys]')).toBeVisible()
  await admin.goto(at('/carriers/china-telecom'))
  await ready()
  await tab('期限和条件').click()
  await tab('前置事项').click()
  await expect(admin).toHaveURL(/[?]tab=obligations$/)
  await admin.reload()
  await ready()
  await expect(tab('前置事项')).toHaveAttribute('aria-selected', 'true')
  await admin.goBack()
  await expect(tab('期限和条件')).toHaveAttribute('aria-selected', 'true')
  await admin.goBack()
  await expect(tab('名称和联系方式')).toHaveAttribute('aria-selected', 'true')
  await tab('期限和条件').click()
  await admin.getByRole('button', { name: '保存' }).click()
  await expect(admin.getByText('已保存')).toBeVisible()
  await expect(tab('期限和条件')).toHaveAttribute('aria-selected', 'true')
})

test('a date is chosen from a month by the keyboard', async ({ admin }) => {
  await admin.goto(at('/calendar/2027'))
  const field = admin.getByLabel('日期', { exact: true })
  await field.fill('2027-01-31')
  const open = admin.getByRole('button', { name: '打开月历' })
  const dialog = admin.getByRole('dialog', { name: '选择日期' })
  // The button is for a pointer: Tab passes it, and the down arrow opens the month from the field.
  await expect(open).toBeEnabled()
  await field.press('Tab')
  await expect(field).not.toBeFocused()
  await expect(open).not.toBeFocused()
  await field.press('ArrowDown')
  await expect(dialog.getByRole('button', { name: '2027年1月31日' })).toBeFocused()
  await admin.keyboard.press('PageDown')
  await expect(dialog.getByRole('heading', { name: '2027年2月' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: '2027年2月28日' })).toBeFocused()
  await admin.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('2027-01-31')

  await field.press('Alt+ArrowDown')
  for (const key of ['ArrowLeft', 'ArrowUp', 'Home', 'PageUp', 'PageDown'])
    await admin.keyboard.press(key)
  await expect(dialog.getByRole('button', { name: '2027年1月18日' })).toBeFocused()
  await admin.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(field).toHaveValue('2027-01-18')
  await expect(field).toBeFocused()
  await expect(admin.getByText('星期一')).toBeVisible()

  // A day of another year makes no sense here.
  await open.click()
  for (let week = 0; week < 3; week += 1) await admin.keyboard.press('ArrowUp')
  await expect(dialog.getByRole('button', { name: '2026年12月28日' })).toBeDisabled()
  await admin.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
})
