import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { papers } from '@/lib/domain/coded-values'
import type { Situation, Subjects } from './subjects'

type Printed = { name: string; path: string; locales: readonly string[] }
const both = ['zh-CN', 'en'] as const

const looks = papers.flatMap((paper) =>
  (['normal', 'large'] as const).map((type) => ({ paper, type })),
)
// Every look for what is printed most; the rest as it comes out of most shops' printers.
const usual = looks.filter(({ type }) => type === 'normal')

/** What is printed, and on what. */
function sheets(subjects: Subjects): Printed[] {
  const on = (name: string, path: string, at: typeof looks, locales: readonly string[]) =>
    at.map(({ paper, type }) => ({
      name: `${name}-${paper}${type === 'large' ? '-large' : ''}`,
      path: `${path}?paper=${paper}&type=${type}`,
      locales,
    }))
  const onA4 = looks.filter(({ paper }) => paper === 'a4')
  const { completed, open, agent } = subjects
  return [
    ...(Object.keys(subjects) as Situation[]).flatMap((situation) =>
      on(
        `slip-${situation}`,
        `/requests/${subjects[situation]?.reference}/slip`,
        situation === 'in_review' || situation === 'slip_only' ? looks : usual,
        both,
      ),
    ),
    // A receipt is in both languages at once.
    ...(completed
      ? on('receipt', `/requests/${completed.reference}/receipt`, looks, ['zh-CN'])
      : []),
    ...(open ? on('form', `/requests/${open.reference}/form`, onA4, both) : []),
    ...(agent ? on('form-agent', `/requests/${agent.reference}/form`, onA4, both) : []),
    { name: 'guide', path: '/guide/sim/in-store', locales: both },
  ]
}

/** Writes what is printed as PDF, in its true size, and the receipt that a customer downloads. */
export async function printAll(
  page: Page,
  address: string,
  subjects: Subjects,
  { folder, wanted }: { folder: string; wanted: (name: string) => boolean },
) {
  mkdirSync(folder, { recursive: true })
  for (const { name, path, locales } of sheets(subjects).filter(({ name }) => wanted(name)))
    for (const locale of locales) {
      await page.goto(`${address}${locale === 'en' ? '/en' : ''}${path}`)
      // A roll is as long as its sheet once the page's scripts have measured it.
      if (name.includes('-roll_'))
        await page.waitForFunction(() => document.adoptedStyleSheets.some((one) => one.cssRules[0]))
      await page.pdf({
        format: 'A4',
        path: join(folder, `${name}-${locale}.pdf`),
        preferCSSPageSize: true,
      })
    }
  const { completed } = subjects
  if (!completed || !wanted('receipt-download')) return
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.evaluate((href) => {
      window.location.href = href
    }, `/api/requests/${completed.reference}/receipt`),
  ])
  await download.saveAs(join(folder, 'receipt-download.pdf'))
}
