// Before the customer's consent is ticked, what a clerk types stays in that browser's tab; the
// server keeps it only after.
import { at, expect, fillRecord, signedIn, test } from './counter'
import { newClerk } from './new-clerk'

const place = 'requests/new'
const wish = {
  cardType: 'eSIM',
  channel: '营业厅办理',
  carrier: '中国电信',
  region: '江苏',
  phone: '13800139961',
  name: '同意前',
  serial: 161,
  contactPhone: '13900139961',
} as const
const consent = '客户同意为办理销户处理其个人信息'
const leave = () => {
  Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}
const inTab = () => Object.values(sessionStorage).join() + Object.values(localStorage).join()

test('typing before consent survives a reload in its tab and never reaches the server', async ({
  admin,
  browser,
}) => {
  test.setTimeout(120_000)
  const page = await newClerk(admin, browser, 'before-consent@example.test')
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/drafts') && request.method() === 'PUT')
      sent.push(request.postData() ?? '')
  })
  const draft = () =>
    page.request.get(at(`/api/drafts?place=${place}`)).then((answer) => answer.status())
  await fillRecord(page, wish)
  await page.getByLabel(consent).uncheck()
  await expect.poll(draft).toBe(404)
  await page.getByLabel('机主姓名').fill('同意前的姓名')
  await page.evaluate(leave)
  await expect.poll(() => page.evaluate(inTab)).toContain('同意前的姓名')
  expect(sent.filter((body) => body.includes('同意前的姓名'))).toEqual([])
  expect(await draft()).toBe(404)

  await page.reload()
  await page.getByRole('button', { name: '恢复' }).click()
  await expect(page.getByLabel('机主姓名')).toHaveValue('同意前的姓名')
  await expect(page.getByLabel('手机号码')).toHaveValue('138 0013 9961')

  // With consent it goes to the server; without it any more it leaves the server again.
  const kept = page.waitForResponse(
    (answer) =>
      answer.url().endsWith('/api/drafts') && answer.request().method() === 'PUT' && answer.ok(),
  )
  await page.getByLabel(consent).check()
  await kept
  expect(await draft()).toBe(200)
  const gone = page.waitForResponse(
    (answer) => answer.url().includes('/api/drafts') && answer.request().method() === 'DELETE',
  )
  await page.getByLabel(consent).uncheck()
  await gone
  expect(await draft()).toBe(404)

  // The next clerk at the same tab finds nothing, and signing out leaves nothing.
  await page.getByRole('button', { name: '退出登录', exact: true }).click()
  await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
  expect(await page.evaluate(inTab)).not.toContain('同意前')
  await signedIn(page, 'staff@example.test')
  await page.goto(at('/requests/new'))
  await expect(page.getByLabel('机主姓名')).toHaveValue('')
  await expect(page.getByRole('button', { name: '恢复' })).toBeHidden()
})

test('after a session expires, another account finds nothing that was typed in this tab', async ({
  admin,
  browser,
}) => {
  test.setTimeout(120_000)
  const page = await newClerk(admin, browser, 'left-alone@example.test')
  await fillRecord(page, { ...wish, phone: '13800139962', name: '留在屏幕' })
  await page.getByLabel(consent).uncheck()
  await page.getByLabel('机主姓名').fill('留在屏幕上')
  await page.evaluate(leave)
  await expect.poll(() => page.evaluate(inTab)).toContain('留在屏幕上')
  await page.context().clearCookies()
  await signedIn(page, 'staff@example.test')
  expect(await page.evaluate(inTab)).not.toContain('留在屏幕上')
})

test('the server refuses a draft without consent, and deletes the older one', async ({ staff }) => {
  const put = (fields: [string, string][], of = place) =>
    staff.request
      .put(at('/api/drafts'), { data: { place: of, fields } })
      .then((answer) => answer.status())
  const found = () =>
    staff.request.get(at(`/api/drafts?place=${place}`)).then((answer) => answer.status())
  expect(
    await put([
      ['holder.name', '某人'],
      ['consent:boolean', 'true'],
    ]),
  ).toBe(204)
  expect(await found()).toBe(200)
  expect(await put([['holder.name', '某人']])).toBe(422)
  expect(await found()).toBe(404)
  for (const more of [
    ['consent:boolean', 'false'],
    ['consent', 'true'],
    ['consent:boolean', ''],
  ] as [string, string][]) {
    expect(await put([['holder.name', '某人'], more]), more.join()).toBe(422)
    expect(await found()).toBe(404)
  }
  expect(await put([['holder.name', '某人']], 'requests/23456789ABCD/amend')).toBe(422)
  // The forms of a request that is there need no consent of their own.
  expect(await put([['words', '备注']], 'requests/23456789ABCD/phase/before_review')).toBe(204)
  await staff.request.delete(at('/api/drafts?place=requests/23456789ABCD/phase/before_review'))
})
