import { truncateSync, writeFileSync } from 'node:fs'
import { request as send } from 'node:http'
import type { Page } from '@playwright/test'
import { pdf, photo, plainPhoto } from '../factories/files'
import { at, expect, openTab, record, test, type Wish } from './counter'

// A cheap phone in a customer's hand.
test.use({ viewport: { width: 390, height: 780 } })

const wish = (phone: string, serial: number): Wish => ({
  cardType: '实体 SIM 卡',
  channel: '营业厅办理',
  carrier: '中国移动',
  region: '上海',
  phone,
  name: '照测试',
  serial,
  contactPhone: '13912345678',
})
const jpeg = (buffer: Buffer, name = 'photo.jpg', mimeType = 'image/jpeg') => ({
  name,
  mimeType,
  buffer,
})

/**
 * The customer scans the code that the clerk's page shows: there is no camera here, so the link is
 * read from the slip's own.
 */
async function scan(staff: Page, page: Page, reference: string, code: string, english = false) {
  await page.goto(at(`${english ? '/en' : ''}/status`))
  await page.locator('[name=reference]').fill(reference)
  await page.locator('[name=secret]').fill(code)
  await page.locator('main form button').first().click()
  await page.waitForURL(`**/status/${reference}`)
  await staff.goto(at(`/requests/${reference}`))
}
const field = (page: Page, title: string | RegExp) =>
  page.locator('main').getByRole('heading', { name: title, level: 3 }).locator('..')
const choose = (
  page: Page,
  title: string | RegExp,
  file: string | { name: string; mimeType: string; buffer: Buffer },
) => field(page, title).locator('input[type=file]').setInputFiles(file)

test("a photo from the customer's phone is shown for a stated reason, and removed", async ({
  staff,
  admin,
  page,
}) => {
  const { reference, code } = await record(staff, wish('13800139911', 101))
  await scan(staff, page, reference, code)
  await openTab(staff, '资料')
  await staff.getByText('用客户手机拍摄').click()
  await expect(staff.getByRole('img', { name: '请客户扫码拍照上传' })).toBeVisible()

  await choose(page, '机主身份证件原件', jpeg(await photo()))
  await expect(field(page, '机主身份证件原件').getByText('已收到')).toBeVisible()
  const arrived = staff.getByTestId('document')
  await expect(arrived).toContainText('客户上传，1 页')
  await arrived.getByRole('button', { name: '查看' }).click()
  await expect(staff.getByRole('button', { name: '查看照片' })).toBeDisabled()
  await staff.getByLabel('查看原因').selectOption('核对身份')
  await staff.getByRole('button', { name: '查看照片' }).click()
  const shown = staff.getByRole('img', { name: '机主身份证件原件，第 1 页' })
  await expect(shown).toBeVisible()
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1200)
  await staff.getByRole('button', { name: '关闭' }).click()
  await expect(shown).toBeHidden()

  await admin.goto(at('/audit?what=document.view'))
  await expect(admin.getByText(reference).first()).toBeVisible()

  await page.getByRole('button', { name: '删除' }).click()
  await expect(page.getByTestId('document')).toHaveCount(0)
  await expect(arrived).toHaveCount(0)
})

test('refuses a file that is no photo with a message and stores nothing of it', async ({
  staff,
  page,
}) => {
  test.setTimeout(240_000)
  const { reference, code } = await record(staff, wish('13800139912', 102))
  await scan(staff, page, reference, code, true)
  const title = 'Original identity document of the holder'
  const said = field(page, title)
  for (const [file, words] of [
    [
      jpeg(Buffer.concat([Buffer.from('MZ'), Buffer.alloc(3000, 1)])),
      'This is not a photo or a PDF.',
    ],
    [jpeg((await photo(800, 600)).subarray(0, 60_000)), 'The file cannot be opened'],
    [jpeg(await plainPhoto(9000, 9000), 'bomb.png', 'image/png'), 'too many pixels'],
    [
      jpeg(Buffer.from('%PDF-1.7 and no more'), 'broken.pdf', 'application/pdf'),
      'The file cannot be opened',
    ],
    [jpeg(await pdf(11), 'long.pdf', 'application/pdf'), 'more than 10 pages'],
    [jpeg(await pdf(1, 'secret'), 'locked.pdf', 'application/pdf'), 'The PDF has a password.'],
  ] as const) {
    await choose(page, title, file)
    await expect(said.getByText(words)).toBeVisible()
  }
  // From the disk, as a person has it: handed over as bytes it takes half a minute to reach the
  // browser.
  const large = test.info().outputPath('large.jpg')
  writeFileSync(large, '')
  truncateSync(large, 50 * 1024 * 1024)
  await choose(page, title, large)
  await expect(said.getByText('larger than 20 MB')).toBeVisible()
  await expect(page.getByTestId('document')).toHaveCount(0)
  await choose(page, title, jpeg(await pdf(2), 'fine.pdf', 'application/pdf'))
  await expect(page.getByTestId('document')).toContainText('2 pages')
})

test('an interrupted upload resumes by itself where it stopped', async ({ staff, page }) => {
  const { reference, code } = await record(staff, wish('13800139913', 103))
  await scan(staff, page, reference, code)
  const file = await photo(2600, 2000)
  let first = 0
  let second = 0
  let cut = false
  await page.route('**/api/uploads/*', async (route) => {
    const length =
      route.request().method() === 'PATCH' ? (route.request().postDataBuffer()?.length ?? 0) : 0
    if (!cut && length && first + length > file.length * 0.6) {
      cut = true
      await page.context().setOffline(true)
      return route.abort('connectionfailed')
    }
    if (cut) second += length
    else first += length
    return route.continue()
  })
  await choose(page, '机主身份证件原件', jpeg(file))
  await expect(page.getByText('网络中断，已传部分已保留，', { exact: false })).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByTestId('document')).toContainText('1 页')
  expect(first + second).toBe(file.length)
  expect(second).toBeLessThanOrEqual(file.length / 2)
})

test('keeps the received part of an interrupted upload, and lets only its owner resume it', async ({
  staff,
  page,
  playwright,
}) => {
  const { reference, code } = await record(staff, wish('13800139914', 104))
  await scan(staff, page, reference, code)
  const file = await photo(1600, 1200)
  const cookie = (await page.context().cookies())
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ')
  const headers = { cookie, 'tus-resumable': '1.0.0' }
  const metadata = Object.entries({ reference, step: 'materials', material: 'identity_document' })
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',')
  const api = await playwright.request.newContext()
  const begun = await api.post(at('/api/uploads'), {
    headers: { ...headers, 'upload-length': String(file.length), 'upload-metadata': metadata },
  })
  expect(begun.status()).toBe(201)
  const address = at(begun.headers().location ?? '')

  const received = async () =>
    Number((await api.fetch(address, { method: 'HEAD', headers })).headers()['upload-offset'])
  const sixty = Math.floor(file.length * 0.6)
  const cut = send(address, {
    method: 'PATCH',
    headers: {
      ...headers,
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': file.length,
    },
  })
  cut.on('error', () => {})
  await new Promise<void>((done) => cut.write(file.subarray(0, sixty), () => done()))
  await expect.poll(received).toBeGreaterThan(0)
  cut.destroy()
  await expect.poll(received).toBeGreaterThanOrEqual(file.length / 2)

  const offset = await received()
  const rest = {
    'upload-offset': String(offset),
    'content-type': 'application/offset+octet-stream',
  }
  expect(
    (
      await api.patch(address, {
        headers: { 'tus-resumable': '1.0.0', ...rest },
        data: file.subarray(offset),
      })
    ).status(),
  ).toBe(403)
  expect(
    (
      await api.patch(address, { headers: { ...headers, ...rest }, data: file.subarray(offset) })
    ).status(),
  ).toBe(204)
  await expect(page.getByTestId('document')).toContainText('1 页')
  expect((await api.fetch(address, { method: 'HEAD', headers })).status()).toBe(404)
})
