import { alternating } from './alternating'
import { expect, signedIn, test } from './counter'
import { paths, wholeWay } from './journey'
import { freePort } from '@/lib/ops/start/free-port'
import { secondWeb } from './second'

test('a complete journey works when requests alternate between two processes', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const shared = process.env.DESK_ADDRESS
  const port = await freePort()
  const base = `http://localhost:${port}`
  const webs = [await secondWeb(base), await secondWeb(base)]
  const way = await alternating(
    port,
    webs.map(({ address }) => Number(new URL(address).port)),
  )
  process.env.DESK_ADDRESS = base
  try {
    const [staff, reviewer] = [
      await signedIn(await (await browser.newContext()).newPage(), 'staff@example.test'),
      await signedIn(await (await browser.newContext()).newPage(), 'reviewer@example.test'),
    ]
    const [path] = paths
    if (!path) throw new Error('there is no path')
    await wholeWay(
      {
        ...path,
        wish: { ...path.wish, phone: '13800139961', serial: 151, contactPhone: '13900139961' },
      },
      { staff, reviewer, browser },
    )
    // Each took about half of it.
    const [one = 0, other = 0] = way.counts
    expect(Math.abs(one - other)).toBeLessThanOrEqual(1)
    expect(one).toBeGreaterThan(50)
    for (const page of [staff, reviewer]) await page.context().close()
  } finally {
    process.env.DESK_ADDRESS = shared
    await way.stop()
    for (const web of webs) await web.stop()
  }
})
