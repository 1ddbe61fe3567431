import type { Page } from '@playwright/test'
import { percentileOf } from '../load'
import type { Served } from '../serve'
import type { Subjects } from '../subjects'
import { signedIn } from './in-browser'

/**
 * How far apart frames are while a page is scrolled from end to end, milliseconds, and the same of
 * an empty page as high.
 */
export type Scrolled = {
  what: string
  width: number
  high: number
  p95: number
  longest: number
  empty: number
}

// As text, as in counter.ts. A wheel turns some 60 pixels a frame.
const scroll = `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const apart = []
  let before = await frame()
  for (const step of [60, -60]) {
    for (let at = -1; at !== scrollY; ) {
      at = scrollY
      scrollBy({ top: step, behavior: 'instant' })
      const now = await frame()
      apart.push(now - before)
      before = now
    }
  }
  return apart
})()`

const screens = [
  { width: 1440, slower: 1 },
  { width: 390, slower: 4 },
]

/**
 * The longest lists of the desk, on a counter's screen and on a phone's, whose processor is a
 * quarter as fast.
 */
export async function measureScrolling(served: Served, subjects: Subjects): Promise<Scrolled[]> {
  const pages = {
    'list of 50': '/requests',
    'history of 200 events': `/requests/${subjects.long.reference}?history=all`,
  }
  const found: Scrolled[] = []
  for (const { width, slower } of screens) {
    await signedIn(
      served,
      subjects.people.all,
      { viewport: { width, height: 900 } },
      async (page) => {
        await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', {
          rate: slower,
        })
        for (const [what, path] of Object.entries(pages)) {
          await page.goto(`${served.address}${path}`)
          const high = await page.evaluate<number>('document.documentElement.scrollHeight')
          const apart = await scrolled(page)
          await page.setContent(`<div style="height: ${high}px"></div>`)
          found.push({
            what,
            width,
            high,
            p95: percentileOf(apart, 0.95),
            longest: Math.max(...apart),
            empty: percentileOf(await scrolled(page), 0.95),
          })
        }
      },
    )
  }
  return found
}

const scrolled = (page: Page) => page.evaluate<number[]>(scroll)
