import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { ConsoleMessage, Page } from '@playwright/test'
import type axeCore from 'axe-core'
import {
  type Shot,
  adminPages,
  publicPages,
  reviewerPages,
  staffPages,
  statusPages,
} from '../shots/pages'
import type { Subjects } from '../shots/subjects'
import { at, expect, signedIn, test } from './counter'
import { command } from './operator'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// Asked by itself and not through Playwright's binding of it, which takes twice as long for a page
// without frames.
async function faultsOf(page: Page) {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axeCore }).axe.run(document, {
      resultTypes: ['violations'],
    })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
}

async function expectAccessible(page: Page, path: string, act: Shot['act']) {
  const refused: string[] = []
  const listen = (message: ConsoleMessage) =>
    void (/Content Security Policy/.test(message.text()) && refused.push(message.text()))
  page.on('console', listen)
  await page.goto(at(path))
  await act?.(page)
  // The page as it is when its scripts have taken hold; what is folded away is looked at too; every
  // id stands for one thing, or labels lead astray.
  await page.evaluate(async () => {
    await new Promise((idle) => requestIdleCallback(idle))
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })
  const twice = await page.evaluate(() =>
    [...document.querySelectorAll('[id]')]
      .map(({ id }) => id)
      .filter((id, place, all) => all.indexOf(id) !== place),
  )
  expect(twice, `${path} has ids twice`).toEqual([])
  expect(await faultsOf(page), path).toEqual([])
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways, `${path} scrolls sideways`).toBeLessThanOrEqual(0)
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('main table')]
      .filter((table) => table.scrollWidth > (table.parentElement?.clientWidth ?? 0))
      .map((table) => table.getAttribute('aria-label')),
  )
  expect(wide, `${path} has tables wider than their place`).toEqual([])
  page.off('console', listen)
  expect(refused, `${path} breaks its own policy`).toEqual([])
}

/** The pages that differ in more than their words, of requests one in each state. */
function pagesOfDesk(): Shot[] {
  const { open, in_review, needs_info, closing, pre_cancelled, completed, rejected } = JSON.parse(
    command('tests/shots/subjects', []).trim().split('\n').at(-1) ?? '',
  ) as Required<Subjects>
  const states = { open, in_review, needs_info, closing, pre_cancelled, completed, rejected }
  return [
    ...publicPages,
    ...statusPages({ open, needs_info, completed }),
    // Another test may be at work on the newest open request: nothing is sent there.
    ...staffPages(states).filter(
      ({ name }) => !name.startsWith('slip-') && name !== 'request-open-refused',
    ),
    { name: 'slip', path: `/requests/${in_review.reference}/slip?paper=roll_58&type=large` },
    { name: 'form', path: `/requests/${open.reference}/form` },
    { name: 'receipt', path: `/requests/${completed.reference}/receipt` },
  ]
}

/** Pages of each kind: forms, lists, a request at work, a dialog's field, the editor. */
const zoomed = [
  'guide',
  'status',
  'ask-errors',
  'list',
  'new',
  'day',
  'outbox',
  'request-open',
  'guide-editor',
  'carrier-terms',
  'store-errors',
  'accounts',
  'audit',
  'reports',
  'calendar-year',
]

// What a window of 1440 by 900 pixels has room for at 200 % (WCAG 2.2, 1.4.4).
test('axe finds nothing serious and nothing is cut off at 200 %', async ({ browser }) => {
  test.setTimeout(120_000)
  const pages = { staff: pagesOfDesk(), admin: [] as Shot[] }
  for (const who of ['staff', 'admin'] as const) {
    const context = await browser.newContext({
      viewport: { width: 720, height: 450 },
      deviceScaleFactor: 2,
    })
    const page = await signedIn(
      await context.newPage(),
      `${who}@example.test`,
      who === 'admin' ? '概览' : undefined,
    )
    if (who === 'admin') pages.admin = await adminPages(page, at(''))
    const some = pages[who].filter(({ name }) => zoomed.includes(name))
    expect(some.length).toBeGreaterThan(6)
    for (const { path, act } of some) await expectAccessible(page, `/en${path}`, act)
    await context.close()
  }
})

// English has the longer words: it is looked at where there is the least room for them.
for (const [name, width, colorScheme, locales] of [
  ['a counter screen', 1440, 'light', ['']],
  ['a phone in the dark', 390, 'dark', ['/en']],
] as const) {
  const look = async (page: Page, shots: readonly Shot[]) => {
    await page.setViewportSize({ width, height: 844 })
    await page.emulateMedia({ colorScheme })
    for (const { path, act } of shots)
      for (const locale of locales) await expectAccessible(page, `${locale}${path}`, act)
  }

  test(`axe finds nothing serious on any page of the desk, on ${name}`, async ({ staff }) => {
    test.setTimeout(300_000)
    // Whoever has signed in is led away from the sign-in page.
    const pages = pagesOfDesk().filter(({ name }) => !name.startsWith('sign-in'))
    expect(pages.length).toBeGreaterThan(35)
    await look(staff, pages)
  })

  test(`axe finds nothing serious on what reviewers see, on ${name}`, async ({ reviewer }) => {
    await look(reviewer, reviewerPages({}))
  })

  test(`axe finds nothing serious on any page of the administrators, on ${name}`, async ({
    admin,
  }) => {
    test.setTimeout(300_000)
    const pages = await adminPages(admin, at(''))
    expect(pages.length).toBeGreaterThan(12)
    await look(admin, pages)
  })
}
