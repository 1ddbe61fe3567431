// A corpus of scripts in every free text: nothing runs, and nothing is even tried that the page's
// policy would have to stop.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { at, expect, signedIn, test } from './counter'
import { password } from './desk'
import { paste } from './paste'
import { corpus } from './xss/corpus'

type Planted = {
  reference: string
  completed: string
  withdrawn: string
  link: string
  question: string
  guide: string
  account: string
}

function plant(): Planted {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['lib/ops/launch.mjs', 'tests/browser/xss/plant', password],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        DATA_DIR: process.env.DESK_FOLDER ?? '',
        DATABASE_URL: '',
        BASE_URL: '',
      },
    },
  )
  const line = stdout.split('\n').find((one) => one.startsWith('{'))
  if (!line || /not published/.test(stderr)) throw new Error(`${stdout}\n${stderr}`)
  return JSON.parse(line) as Planted
}

/** What ran, or was stopped from running, on any page that this one opens from now on. */
async function watched(page: Page): Promise<string[]> {
  const found: string[] = []
  await page.context().exposeFunction('pwned', () => void found.push(`ran on ${page.url()}`))
  page.on('dialog', async (dialog) => {
    found.push(`a dialog on ${page.url()}`)
    await dialog.dismiss()
  })
  page.on(
    'console',
    (message) =>
      void (
        /Content Security Policy/.test(message.text()) &&
        found.push(`stopped on ${page.url()}: ${message.text().slice(0, 160)}`)
      ),
  )
  page.on(
    'framenavigated',
    (frame) =>
      void (
        !/^(http:\/\/localhost|about:)/.test(frame.url()) && found.push(`led to ${frame.url()}`)
      ),
  )
  return found
}

test('no script runs from a name, a note, a guide, a question, a store or a file name', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const planted = plant()
  const visit = async (email: string | null, paths: readonly string[], heading?: string) => {
    const page = await (await browser.newContext()).newPage()
    if (email) await signedIn(page, email, heading)
    const found = await watched(page)
    let shown = 0
    for (const path of paths) {
      await page.goto(at(path), { waitUntil: 'load' })
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('details')) fold.open = true
      })
      if ((await page.locator('body').innerText()).includes('pwned()')) shown += 1
    }
    expect(found).toEqual([])
    // The corpus is there to be read: the test looks at pages that have it.
    expect(shown).toBeGreaterThan(0)
    return { page, found }
  }
  const { reference, completed, withdrawn } = planted
  await visit('xss-staff@example.test', [
    '/requests',
    `/requests/${reference}`,
    `/requests/${reference}/slip`,
    `/requests/${reference}/form`,
    `/requests/${reference}/at/2`,
    `/requests/${completed}`,
    `/requests/${completed}/receipt`,
    `/requests/${withdrawn}`,
    '/requests/new',
    '/questions',
    '/outbox',
    '/day',
    '/account',
  ])
  const admin = await visit(
    'admin@example.test',
    [
      '/stores',
      '/stores/xss',
      '/accounts',
      `/accounts/${planted.account}`,
      '/audit',
      '/guides',
      `/guides/${planted.guide}`,
      `/guides/${planted.guide}/compare`,
      `/guides/${planted.guide}/preview/customer`,
      `/guides/${planted.guide}/preview/steps`,
      `/guides/${planted.guide}/rehearsal`,
      `/guides/${planted.guide}/revisions/1`,
      '/en/audit',
      '/reports',
    ],
    '概览',
  )
  const { page: customer, found } = await visit(null, [
    '/guide/sim/in-store?carrier=china-broadnet&region=CN-QH',
    '/en/guide/sim/in-store?carrier=china-broadnet&region=CN-QH',
    `/s/${reference}/${planted.link}`,
    `/ask/${planted.question}`,
    '/verify',
  ])

  // Pasted and dropped into the guide's editor, as HTML, as text and as both.
  await admin.page.goto(at(`/guides/${planted.guide}`))
  const text = admin.page.getByLabel('正文（中文）', { exact: true }).first()
  const dangerous = readFileSync(
    join(import.meta.dirname, '../unit/paste-corpus/dangerous.html.txt'),
    'utf8',
  )
  for (const one of [...corpus, dangerous]) {
    await text.fill('')
    await paste(text, { 'text/html': one })
    await paste(text, { 'text/plain': one })
    await paste(text, { 'text/html': `<p>${one}</p>`, 'text/plain': one })
    const { names, links } = await text.evaluate((editor) => ({
      names: [...new Set([...editor.querySelectorAll('*')].map(({ localName }) => localName))],
      links: [...editor.querySelectorAll('a')].map((link) => link.getAttribute('href')),
    }))
    for (const name of names)
      expect(name).toMatch(/^(p|br|strong|a|ul|ol|li|div|table|colgroup|col|tbody|tr|th|td|img)$/)
    for (const link of links) expect(link).toMatch(/^(https?:|\/[^/])/)
  }
  expect(admin.found).toEqual([])

  // File names and what is typed into the look-ups come back to their own reader alone.
  await customer.goto(at(`/status?reference=${encodeURIComponent(corpus[1] ?? '')}`))
  await customer.goto(at(`/verify/${encodeURIComponent(corpus[0] ?? '')}`))
  await customer.goto(at(`/s/${reference}/${planted.link}`))
  const file = customer.locator('input[type=file]').first()
  if (await file.count())
    await file.setInputFiles({
      name: `${corpus[1]?.replaceAll('/', '')}.png`,
      mimeType: 'image/png',
      buffer: Buffer.from('<script>pwned()</script>'),
    })
  expect(found).toEqual([])
})
