// The screen of a new request under the hand: at the counter's size, by keyboard alone, from a
// card reader, and what is on paper at the end.
import type { Page } from '@playwright/test'
import { residentId } from '@/lib/ops/seed/demo-people'
import { at, expect, signedIn, test } from './counter'
import { makeStore } from './operator'

const consent = '客户同意为办理销户处理其个人信息'
const button = { name: '受理并打印受理单' }

async function open(page: Page) {
  await page.goto(at('/requests/new'))
  await expect(page.getByLabel('机主姓名')).toBeEnabled()
}
const prints = (page: Page) =>
  page.evaluate(() => (window as unknown as { prints?: number }).prints ?? 0)

test('the plainest case fits the screen of the counter, and stands on a phone', async ({
  staff,
}) => {
  await staff.setViewportSize({ width: 1440, height: 900 })
  await open(staff)
  const [last, foot] = await Promise.all([
    staff.getByText('含证件号码等敏感个人信息', { exact: false }).boundingBox(),
    staff.getByRole('button', button).boundingBox(),
  ])
  if (!last || !foot) throw new Error('not shown')
  expect(last.y + last.height).toBeLessThan(foot.y)
  expect(foot.y + foot.height).toBeLessThanOrEqual(900)
  await staff.setViewportSize({ width: 390, height: 844 })
  await expect(staff.getByRole('button', button)).toBeInViewport({ ratio: 1 })
  expect(
    await staff.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
  ).toBe(0)
})

test('by keyboard alone: Enter goes on and never sends, Ctrl+Enter records, the slip is printed once', async ({
  staff,
}) => {
  await staff.addInitScript(() => {
    const counted = window as unknown as { prints: number }
    counted.prints = 0
    window.print = () => {
      counted.prints += 1
    }
  })
  await open(staff)
  const sent: string[] = []
  staff.on('request', (request) => {
    if (request.headers()['next-action']) sent.push(request.url())
  })
  const { keyboard } = staff
  const focused = (label: string) => expect(staff.getByLabel(label, { exact: true })).toBeFocused()
  await staff.getByRole('radio', { name: '不保留，办理销户' }).focus()
  await keyboard.press('Space')
  await keyboard.press('Enter')
  await focused('手机号码')
  await keyboard.type('13800139271')
  await expect(staff.getByLabel('手机号码')).toHaveValue('138 0013 9271')
  await keyboard.press('Enter')
  await focused('机主姓名')
  await keyboard.type('孙键盘')
  await keyboard.press('Enter')
  await focused('证件号码')
  await keyboard.type(residentId(271))
  await keyboard.press('Enter')
  await focused('联系电话')
  await keyboard.type('13900139271')
  await keyboard.press('Enter')
  await expect(staff.getByRole('radio', { name: '更换手机' })).toBeFocused()
  await keyboard.press('Space')
  await keyboard.press('Enter')
  await focused(consent)
  await keyboard.press('Space')
  await keyboard.press('Enter')
  await expect(staff.getByRole('button', button)).toBeFocused()
  expect(sent).toEqual([])
  await staff.getByLabel(consent).focus()
  await keyboard.press('Control+Enter')

  await expect(staff.getByText('受理单已打印')).toBeVisible()
  await expect.poll(() => prints(staff)).toBe(1)
  await expect(staff).toHaveURL(/\/requests\/[0-9A-Z]{12}[?]print=slip-printed$/)
  await expect(staff.getByText('处理人：演示营业员')).toBeVisible()
  await staff.getByRole('button', { name: '再打印一次' }).click()
  expect(await prints(staff)).toBe(2)
  await staff.emulateMedia({ media: 'print' })
  await expect(staff.getByTestId('slip-code')).toBeVisible()
  // Nothing else of the page is on the paper.
  const named = staff.getByText('孙键盘', { exact: true })
  await expect(named.filter({ visible: true })).toHaveCount(0)
  await staff.emulateMedia({ media: null })
  await expect(staff.getByTestId('slip-code')).toBeHidden()
  // Loaded anew, it is not printed anew.
  await staff.reload()
  await expect(staff.getByText('受理单已打印')).toBeVisible()
  expect(await prints(staff)).toBe(0)
})

test('what is sent is the plain number, and pasted ones are grouped too', async ({ staff }) => {
  await open(staff)
  const checked = staff.waitForRequest(
    (request) =>
      request.url().endsWith('/api/requests/check') &&
      (request.postData() ?? '').includes('13800139272'),
  )
  await staff.getByLabel('手机号码').fill('+86 138-0013-9272')
  await expect(staff.getByLabel('手机号码')).toHaveValue('+86 138 0013 9272')
  await staff.getByLabel('手机号码').blur()
  expect((await checked).postData()).toContain('+8613800139272')
  await staff.getByText('卡号 ICCID（选填）').click()
  await staff.getByLabel('ICCID（卡面上的编号）').fill('89860070310112094320')
  await expect(staff.getByLabel('ICCID（卡面上的编号）')).toHaveValue('8986 0070 3101 1209 4320')
})

test('an identity-card reader fills name and number: by Tab, and as its store has set it', async ({
  admin,
  browser,
}) => {
  makeStore('reader', '读卡营业厅', [['reader@example.test', '读卡营业员', 'staff']])
  const clerk = await signedIn(await browser.newPage(), 'reader@example.test')
  const name = clerk.getByLabel('机主姓名')
  const number = clerk.getByLabel('证件号码', { exact: true })
  await open(clerk)
  await name.focus()
  await clerk.keyboard.type('张读卡')
  await clerk.keyboard.press('Tab')
  await clerk.keyboard.type(residentId(273))
  await clerk.keyboard.press('Tab')
  await expect(name).toHaveValue('张读卡')
  await expect(number).toHaveValue(residentId(273))

  const set = async (parts: string[], separator: string) => {
    await admin.goto(at('/stores/reader'))
    for (const [place, part] of parts.entries())
      await admin.locator(`[name="readerFields.${place}"]`).selectOption(part)
    await admin.getByLabel('分隔').selectOption(separator)
    await admin.getByRole('button', { name: '保存', exact: true }).click()
    await expect(admin.getByText('已保存')).toBeVisible()
  }
  await set(['number', 'skip', 'name'], 'bar')
  await open(clerk)
  await name.focus()
  await clerk.keyboard.type(`${residentId(274)}|男|李读卡|上海市某路`)
  await clerk.keyboard.press('Enter')
  await expect(name).toHaveValue('李读卡')
  await expect(number).toHaveValue(residentId(274))
  await expect(clerk.getByLabel('联系电话')).toBeFocused()
})
