// What comes out of the printer: sizes as printed, in mm.
import type { Page } from '@playwright/test'
import moves from '@/lib/i18n/messages/zh-CN/moves.json' with { type: 'json' }
import settings from '@/lib/i18n/messages/zh-CN/settings.json' with { type: 'json' }
import slip from '@/lib/i18n/messages/zh-CN/slip.json' with { type: 'json' }
import words from '@/lib/i18n/messages/zh-CN/words.json' with { type: 'json' }
import { type Paper, papers } from '@/lib/domain/coded-values'
import type { Subjects } from '../shots/subjects'
import { type Wish, at, expect, move, record, signedIn, test } from './counter'
import { command, makeStore, submittedAt } from './operator'

const subjects = (): Subjects =>
  JSON.parse(command('tests/shots/subjects', []).trim().split('\n').at(-1) ?? '')

// What each printer can print of its paper: a 58 mm one 48 mm, an 80 mm one 72 mm.
const printable: Record<Paper, number> = { a4: 186, roll_80: 72, roll_58: 48 }
const wide: Record<Paper, number> = { a4: 210, roll_80: 80, roll_58: 58 }

/** Each printed sheet: its width, what stands out of it, and the module of its QR code, in mm. */
const measured = (page: Page) =>
  page.evaluate(() => {
    const millimetres = (pixels: number) => (pixels / 96) * 25.4
    return [...document.querySelectorAll<HTMLElement>('.sheet')].map((sheet) => {
      const style = getComputedStyle(sheet)
      const box = sheet.getBoundingClientRect()
      const left = box.left + Number.parseFloat(style.paddingLeft)
      const right = box.right - Number.parseFloat(style.paddingRight)
      const range = document.createRange()
      const out = [...sheet.querySelectorAll('*')].flatMap((part) => {
        range.selectNodeContents(part)
        return [...range.getClientRects()].some((at) => at.left < left - 1 || at.right > right + 1)
          ? [part.textContent]
          : []
      })
      const code = sheet.querySelector('svg')
      return {
        text: sheet.innerText,
        content: millimetres(right - left),
        height: millimetres(box.height),
        out,
        module: code
          ? millimetres(code.getBoundingClientRect().width) / code.viewBox.baseVal.width
          : null,
      }
    })
  })

/** Width and height of every page of the PDF, in mm. */
async function pagesOf(page: Page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => ({
    width: Math.round((Number(width) / 72) * 25.4),
    height: Math.round((Number(height) / 72) * 25.4),
  }))
}

async function open(page: Page, path: string) {
  await page.emulateMedia({ media: 'print' })
  await page.goto(at(path))
  if (path.includes('roll_'))
    await page.waitForFunction(() => document.adoptedStyleSheets.some((one) => one.cssRules[0]))
}

for (const locale of ['', '/en'])
  test(`slips and receipts fit every paper, their QR codes can be read${locale}`, async ({
    staff,
  }) => {
    test.setTimeout(120_000)
    const { in_review, completed } = subjects() as Required<Subjects>
    for (const path of [
      `/requests/${in_review.reference}/slip`,
      `/requests/${completed.reference}/receipt`,
    ])
      for (const paper of papers)
        for (const type of ['normal', 'large']) {
          const what = `${path} on ${paper}, ${type}`
          await open(staff, `${locale}${path}?paper=${paper}&type=${type}`)
          await expect(staff.getByRole('banner'), what).toBeHidden()
          const [sheet] = await measured(staff)
          expect(sheet?.out, what).toEqual([])
          if (paper !== 'a4') expect(sheet?.content, what).toBeCloseTo(printable[paper], 0)
          expect(sheet?.module, what).toBeGreaterThanOrEqual(0.49)
          const [first, second] = await pagesOf(staff)
          expect(first?.width, what).toBe(wide[paper])
          if (paper === 'a4') continue
          // The roll is cut below its sheet.
          expect(second, what).toBeUndefined()
          expect((first?.height ?? 0) - (sheet?.height ?? 0), what).toBeGreaterThanOrEqual(0)
          expect((first?.height ?? 0) - (sheet?.height ?? 0), what).toBeLessThan(3)
        }
  })

test('a sheet that the screen does not show is printed alone, on a roll of its length', async ({
  staff,
}) => {
  const { completed } = subjects() as Required<Subjects>
  await staff.goto(at(`/requests/${completed.reference}/receipt?paper=roll_58`))
  const sheet = staff.locator('.sheet')
  await sheet.evaluate((shown) => {
    const around = document.createElement('div')
    around.className = 'sheet-aside'
    shown.replaceWith(around)
    around.append(shown)
  })
  await expect(sheet).toBeHidden()
  await staff.waitForFunction(() => document.adoptedStyleSheets.some((one) => one.cssRules[0]))
  await staff.emulateMedia({ media: 'print' })
  await expect(sheet).toBeVisible()
  await expect(staff.getByRole('banner')).toBeHidden()
  await expect(staff.getByRole('heading', { level: 1 })).toBeHidden()
  const [first, second] = await pagesOf(staff)
  expect([first?.width, second]).toEqual([58, undefined])
  expect(first?.height).not.toBe(297)
})

test('on completion the request prints its receipt, and nothing else of its page', async ({
  staff,
}) => {
  const { completed } = subjects() as Required<Subjects>
  await staff.goto(at(`/requests/${completed.reference}?print=receipt`))
  await expect(staff.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(staff.locator('.sheet')).toBeHidden()
  await staff.emulateMedia({ media: 'print' })
  await expect(staff.locator('.sheet')).toBeVisible()
  await expect(staff.getByRole('heading', { level: 1 })).toBeHidden()
  expect(await pagesOf(staff)).toHaveLength(1)
})

test('who has no contact but the slip signs for it, and the store keeps a copy', async ({
  staff,
}) => {
  const { slip_only } = subjects() as Required<Subjects>
  await open(staff, `/requests/${slip_only.reference}/slip?paper=roll_58`)
  const code = await staff.getByTestId('slip-code').innerText()
  const [customers, stores] = await measured(staff)
  for (const copy of [customers, stores]) {
    expect(copy?.text).toContain(slip.slipOnly)
    expect(copy?.text).toContain(slip.signature)
    expect(copy?.out).toEqual([])
  }
  expect(customers?.text).toContain(slip.copies.customer)
  expect(stores?.text).toContain(slip.copies.store)
  // Nobody in the store is to act as the customer.
  expect(stores?.text).not.toContain(code)
  expect(stores?.module).toBeNull()
  expect(await pagesOf(staff)).toHaveLength(2)
})

test('a request taken back: a new slip is offered, with the reason on top of it', async ({
  staff,
}) => {
  const [reference = ''] = submittedAt('2026-11-20T10:00', '13800137231')
  await move(staff, reference, words.move.take_back, async (page) => {
    await page
      .locator('#moves details')
      .filter({ hasText: words.move.take_back })
      .getByLabel(moves.reason)
      .selectOption({ label: words.takeBack.mistyped })
  })
  await expect(staff).toHaveURL(/\/slip$/)
  await expect(staff.getByText(slip.page.returned)).toBeVisible()
  const [sheet] = await measured(staff)
  const reason = slip.takenBack.replace('{reason}', words.takeBack.mistyped)
  const [before, after] = sheet?.text.split(reason) ?? []
  expect(before).toContain(slip.title)
  expect(after).toContain(await staff.getByTestId('reference').innerText())
})

test("a store's own paper is what its slips come out on", async ({ admin, browser }) => {
  test.setTimeout(120_000)
  makeStore('roll', '小票营业厅', [['roll@example.test', '小票营业员', 'staff']])
  await admin.goto(at('/stores/roll'))
  await admin.getByLabel(settings.store.paper).selectOption({ label: words.paper.roll_58 })
  await admin.getByRole('button', { name: settings.save, exact: true }).click()
  await expect(admin).toHaveURL(/\/stores\?saved/)
  const page = await browser.newPage()
  const clerk = await signedIn(page, 'roll@example.test')
  const wish: Wish = {
    cardType: '实体 SIM 卡',
    channel: '营业厅办理',
    carrier: '中国移动',
    region: '上海',
    phone: '13800137241',
    name: '郑小票',
    serial: 741,
    contactPhone: '13900137241',
  }
  const { reference } = await record(clerk, wish)
  await clerk.goto(at(`/requests/${reference}/slip`))
  await expect(clerk.getByRole('link', { name: words.paper.roll_58, exact: true })).toHaveAttribute(
    'aria-current',
    'true',
  )
  const [sheet] = await measured(clerk)
  expect(sheet?.content).toBeCloseTo(printable.roll_58, 0)
})
