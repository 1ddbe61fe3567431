import sharp from 'sharp'
import {
  type Wish,
  at,
  expect,
  groupOf,
  noteStep,
  openGroup,
  openTab,
  record,
  steps,
  test,
} from './counter'
import { kept, narrowed, published } from './narrowed-guide'

test('a guide is narrowed, saved while written, reordered, published and withdrawn', async ({
  admin,
}) => {
  test.setTimeout(120_000)
  await admin.goto(at('/guides'))
  await admin.getByRole('button', { name: '建立草稿' }).click()
  await expect(admin.getByText('至少选一项').first()).toBeVisible()
  await narrowed(admin, '中国广电', '甘肃')

  // A translation is taken away: the draft is kept by itself, and cannot be published.
  await admin.getByLabel('正文（英文）', { exact: true }).first().fill('')
  await admin.getByLabel('正文（中文）', { exact: true }).first().fill('甘肃广电的开头')
  await kept(admin)
  await expect(admin.getByText('缺英文：引言')).toBeVisible()
  await expect(admin.getByRole('button', { name: '发布', exact: true })).toBeHidden()
  await admin.reload()
  await expect(admin.getByLabel('正文（中文）', { exact: true }).first()).toHaveText(
    '甘肃广电的开头',
  )
  await admin.getByLabel('正文（英文）', { exact: true }).first().fill('Gansu Broadnet begins here')
  await kept(admin)
  await expect(admin.getByText('缺英文：引言')).toBeHidden()
  await published(admin, '第一版', 1)

  // The first step goes down by the keyboard, another by its handle, and the difference says so.
  const names = () => admin.locator('#guide-rows-steps summary .font-semibold').allInnerTexts()
  const [first = '', second = '', third = ''] = await names()
  const down = admin.getByRole('button', { name: `下移：${first}`, exact: true })
  await down.focus()
  await admin.keyboard.press('Enter')
  await expect.poll(names).toEqual(expect.arrayContaining([second, first]))
  await kept(admin)
  expect((await names()).slice(0, 3)).toEqual([second, first, third])
  const handles = admin.locator('#guide-rows-steps [title="拖动排序"]')
  await handles.nth(2).scrollIntoViewIfNeeded()
  const [from, to] = [await handles.nth(2).boundingBox(), await handles.nth(0).boundingBox()]
  if (!from || !to) throw new Error('no handles')
  await admin.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await admin.mouse.down()
  await admin.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 })
  await admin.mouse.up()
  await expect.poll(async () => (await names()).slice(0, 3)).toEqual([third, second, first])
  await kept(admin)
  await expect(admin.getByText('已移动').first()).toBeVisible()
  await published(admin, '换顺序', 2)
  await admin.getByRole('link', { name: '恢复此版本' }).click()
  await admin.getByLabel('修改说明').fill('原来的清楚')
  await admin.getByRole('button', { name: '再次发布第 1 版，立即生效' }).click()
  await expect(admin.getByText('第 3 版 · 使用中')).toBeVisible()
})

const wish = (phone: string, serial: number): Wish => ({
  cardType: '实体 SIM 卡',
  channel: '营业厅办理',
  carrier: '中国联通',
  region: '贵州',
  phone,
  name: '黎测试',
  serial,
  contactPhone: '13912345678',
})

test('an edited guide is published on schedule once it is complete, for new requests', async ({
  admin,
  staff,
}) => {
  test.setTimeout(180_000)
  await narrowed(admin, '中国联通', '贵州')
  await published(admin, '贵州联通', 1)
  const running = await record(staff, wish('13800139801', 81))

  const row = admin.locator('details').filter({ has: admin.locator('#row-steps-advice') })
  await row.locator('summary').first().click()
  await row.getByLabel('标题（营业员看）（中文）').fill('三件事要先说清')
  await row.getByLabel('标题（营业员看）（英文）').fill('Three things to say first')
  const text = row.getByLabel('内容（营业员看）（中文）', { exact: true })
  await text.fill('先说清，再签字。')
  await text.press('ControlOrMeta+A')
  await row.getByRole('button', { name: '加粗' }).nth(2).click()
  await text.press('End')
  await row.getByRole('button', { name: '插入图片' }).nth(2).click()
  await row.getByLabel('图片说明').first().fill('三件事')
  await row
    .getByLabel('图片文件')
    .first()
    .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('<script>') })
  await row.getByRole('button', { name: '确定' }).click()
  await expect(row.getByText('不是 PNG、JPEG 或 WebP 图片')).toBeVisible()
  const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#246' } })
    .png()
    .toBuffer()
  await row
    .getByLabel('图片文件')
    .first()
    .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: png })
  await row.getByRole('button', { name: '确定' }).click()
  await expect(row.getByRole('img', { name: '三件事' })).toBeVisible()
  await row.getByRole('combobox', { name: '步骤类型' }).selectOption({ label: '说明' })
  await kept(admin)

  // The kind that this path demands is gone, and a link leads nowhere.
  await expect(admin.getByText(/^缺少必需的步骤/)).toBeVisible()
  await expect(admin.getByRole('button', { name: '发布', exact: true })).toBeHidden()
  await row.getByRole('combobox', { name: '步骤类型' }).selectOption({ label: '风险告知' })
  const english = row.getByLabel('内容（营业员看）（英文）', { exact: true })
  await english.fill('see here')
  await english.press('ControlOrMeta+A')
  await row.getByRole('button', { name: '链接', exact: true }).last().click()
  await row.getByLabel('链接地址').fill('htps://nowhere')
  await row.getByRole('button', { name: '确定' }).click()
  await expect(row.getByText(/请填写完整网址/)).toBeVisible()
  // What is typed next mends the address; it does not go into the text.
  await admin.keyboard.type('x')
  await expect(row.getByLabel('链接地址')).toHaveValue('htps://nowherex')
  await row.getByLabel('链接地址').fill('/guide/sim/nowhere')
  await row.getByRole('button', { name: '确定' }).click()
  await expect(admin.getByText(/链接的页面不存在/)).toBeVisible()
  await english.press('ControlOrMeta+A')
  await row.getByRole('button', { name: '链接', exact: true }).last().click()
  await row.getByLabel('链接地址').fill('#materials')
  await row.getByRole('button', { name: '确定' }).click()
  await expect(admin.getByText(/链接的页面不存在/)).toBeHidden()
  await kept(admin)

  // What it changes, in both languages; then a moment a few seconds from now, and nobody looks on.
  await expect(admin.getByText('Three things to say first')).toHaveCount(1)
  await expect(admin.locator('ins', { hasText: '三件事要先说清' })).toBeVisible()
  const moment = new Date(Date.now() + 5_000)
  await admin.getByLabel('修改说明').first().fill('说得更清楚')
  const local = new Date(moment.getTime() + 8 * 3_600_000).toISOString()
  await admin.getByLabel('发布日期（选填）').fill(local.slice(0, 10))
  await admin.getByLabel('发布时间').fill(local.slice(11, 19))
  await admin.getByRole('button', { name: '发布', exact: true }).click()
  await expect(admin.getByText(/^将于 .* 自动发布$/)).toBeVisible()
  await admin.goto('about:blank')
  await expect(async () => {
    await staff.goto(at(`/requests/${running.reference}`))
    await expect(staff.getByRole('heading', { name: '办理指引有新版本' })).toBeVisible({
      timeout: 500,
    })
  }).toPass({ timeout: 20_000, intervals: [300] })
  // The worker had five seconds from the moment; seeing it here takes a look more.
  expect(Date.now() - moment.getTime()).toBeLessThan(7_000)

  const fresh = await record(staff, wish('13800139802', 82))
  await staff.goto(at(`/requests/${fresh.reference}`))
  const group = await openGroup(staff, '三件事要先说清')
  await expect(group.locator('strong')).toHaveText('先说清，再签字。')
  await expect(group.getByRole('img', { name: '三件事' })).toHaveJSProperty('naturalWidth', 40)

  // The running one keeps what it began with, until somebody moves it on purpose; what was done is
  // carried over.
  await noteStep(staff, running.reference, '风险告知', steps.ticks)
  await expect(staff.getByText('有改动：风险告知')).toBeHidden()
  await expect(staff.getByText('有改动：三件事要先说清')).toBeVisible()
  await staff.getByRole('button', { name: '改用新版' }).click()
  await expect(groupOf(staff, '三件事要先说清').getByRole('heading')).toContainText('已完成')
  await openTab(staff, '记录')
  await expect(staff.getByText('改用新版办理指引')).toBeVisible()

  await admin.goto(at('/guides'))
  await admin
    .getByRole('listitem')
    .filter({ hasText: '中国联通 · 贵州' })
    .getByRole('link')
    .first()
    .click()
  await expect(admin.getByText('第 2 版 · 使用中')).toBeVisible()
  await admin.getByRole('link', { name: '恢复此版本' }).click()
  await admin.getByLabel('修改说明').fill('原来的清楚')
  await admin.getByRole('button', { name: '再次发布第 1 版，立即生效' }).click()
  await expect(admin.getByText('第 3 版 · 使用中')).toBeVisible()
  const last = await record(staff, wish('13800139803', 83))
  await staff.goto(at(`/requests/${last.reference}`))
  await expect(groupOf(staff, '风险告知')).toBeVisible()
})

test('nothing typed is lost or published half: by publishing at once, a fault, or a link', async ({
  admin,
}) => {
  await narrowed(admin, '中国电信', '海南')
  const intro = admin.getByLabel('正文（中文）', { exact: true }).first()
  const publish = admin.getByRole('button', { name: '发布', exact: true })
  await admin.getByLabel('修改说明').first().fill('马上发布')

  // Published in the same second: what was typed last is in it.
  await intro.fill('海南电信的开头')
  await publish.click()
  await expect(admin.getByText('第 1 版 · 使用中')).toBeVisible()
  await admin.reload()
  await expect(intro).toHaveText('海南电信的开头')

  // A new row has a code; one that cannot be kept stops the publication, which says so.
  await admin.locator('#guide-rows-materials').getByRole('button', { name: '添加' }).click()
  const row = admin.locator('#guide-rows-materials details').filter({ hasText: '新增项' }).first()
  await row.locator('summary', { hasText: '代码' }).click()
  const code = row.getByLabel('代码')
  await expect(code).toHaveValue(/^materials_[0-9a-f]{8}$/)
  const made = await code.inputValue()
  await row.getByRole('button', { name: '删除' }).click()
  await intro.fill('海南电信的第二稿')
  await kept(admin)
  await admin.getByLabel('修改说明').first().fill('有错的')
  const first = admin.locator('#guide-rows-materials details').first()
  await first.locator('summary').first().click()
  await first.locator('summary', { hasText: '代码' }).click()
  const before = await first.getByLabel('代码').inputValue()
  expect(before).not.toBe(made)
  await first.getByLabel('代码').fill('Not A Code')
  await publish.click()
  await expect(admin.getByText('有内容没有保存，因此没有发布。', { exact: false })).toBeVisible()
  await expect(admin.getByText('第 1 版 · 使用中')).toBeVisible()

  // Leaving asks while that cannot be saved, and saves by itself once it can.
  const home = admin.getByRole('link', { name: '指引管理', exact: true }).first()
  admin.once('dialog', (dialog) => dialog.dismiss())
  await home.click()
  await expect(first.getByLabel('代码')).toHaveValue('Not A Code')
  await first.getByLabel('代码').fill(before)
  await intro.fill('海南电信的第三稿')
  const here = admin.url()
  await home.click()
  await expect(admin).toHaveURL(/\/guides$/)
  await admin.goto(here)
  await expect(intro).toHaveText('海南电信的第三稿')
})
