// A person asks at the counter for a copy of what the desk has about them (L3).
import { readFileSync } from 'node:fs'
import { copySchemaJson } from '@/lib/data-copies/schema'
import { residentId } from '@/lib/ops/seed/demo-people'
import { catalogue } from '../count/catalogue'
import { at, expect, test } from './counter'
import { submittedAt } from './operator'

const [copy, walk, documents, status] = [
  catalogue('dataCopy'),
  catalogue('walk'),
  catalogue('documents'),
  catalogue('status'),
]

test('a copy is given for the document at the counter, to print and as JSON, and noted', async ({
  staff,
  reviewer,
}) => {
  const number = '13800137291'
  const [reference = ''] = submittedAt('2026-11-20T10:00', number)
  await staff.goto(at(`/requests/${reference}`))
  await staff.getByText(walk.print, { exact: true }).click()
  await staff.getByRole('link', { name: walk.links.copy }).click()

  // Nothing is shown, and nothing is taken for the person's, before their document is.
  const ask = copy.ask
  const form = {
    document: staff.getByLabel(ask.document),
    reason: staff.getByLabel(ask.reason),
    matched: staff.getByRole('checkbox', { name: ask.identityMatched }),
    open: staff.getByRole('button', { name: ask.button }),
  }
  await expect(form.document).toBeVisible()
  expect((await staff.request.get(at(`/api/requests/${reference}/copy`))).status()).toBe(409)
  await form.document.fill('110000199001019999')
  await form.reason.selectOption(documents.view.reasons.customer_asked)
  await form.matched.check()
  await form.open.click()
  await expect(staff.getByRole('alert').first()).toContainText('证件号码不符')
  await expect(form.document).toHaveValue('110000199001019999')

  const document = residentId(1)
  await form.document.fill(document)
  await form.open.click()
  const sheets = staff.locator('.sheet')
  await expect(sheets.first()).toContainText(document)
  const sheet = sheets.filter({
    has: staff.getByRole('heading', { name: reference.replace(/(.{4})(?=.)/g, '$1-') }),
  })
  await expect(sheet).toContainText('138 0013 7291')
  for (const part of [copy.recorded, copy.events, copy.notices, copy.looks])
    await expect(sheet.getByRole('heading', { name: part })).toBeVisible()
  await expect(sheet).toContainText('营业员')

  const saving = staff.waitForEvent('download')
  await staff.getByRole('link', { name: copy.json }).click()
  const json = copySchemaJson.parse(JSON.parse(readFileSync(await (await saving).path(), 'utf8')))
  expect(json.requests.map((one) => one.reference)).toContain(reference)

  // Somebody else has to ask for themselves, and sees that it was given.
  await reviewer.goto(at(`/requests/${reference}/copy`))
  await expect(reviewer.getByLabel(ask.document)).toBeVisible()
  await reviewer.goto(at(`/requests/${reference}`))
  await reviewer.getByRole('tab', { name: walk.tabs.history }).click()
  await expect(reviewer.getByText(/提供个人信息副本/).first()).toBeVisible()
})

test('the status page says what to bring for a copy, and where', async ({ staff, page }) => {
  const [reference = ''] = submittedAt('2026-11-20T10:00', '13800137292')
  await staff.goto(at(`/requests/${reference}/slip`))
  const code = await staff.getByTestId('slip-code').innerText()
  await page.goto(at('/status'))
  await page.getByLabel('受理编号').fill(reference)
  await page.getByLabel('联系电话后四位，或查询码').fill(code)
  await page.getByRole('button', { name: '查询', exact: true }).click()
  const heading = page.getByRole('heading', { name: status.copy.title })
  const told = page.locator('section').filter({ has: heading })
  await expect(told).toContainText('证件原件')
})
