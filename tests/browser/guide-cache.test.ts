import { at, expect, test } from './counter'

const read = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(at(path), { headers })
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    age: answer.headers.get('age'),
    text: await answer.text(),
  }
}
// What differs from one rendering to the next.
const plain = (text: string) => text.replaceAll(/\\?"[A-Za-z0-9_-]{21}\\?"/g, '')

test('the cached guide equals the rendered one in each language, region and encoding', async () => {
  for (const path of [
    '/',
    '/en',
    '/guide',
    '/en/guide',
    '/guide/sim/in-store',
    '/guide/sim/online?carrier=china-mobile&region=CN-GD',
    '/guide/sim/online?carrier=china-broadnet&region=CN-AH',
    '/guide?wish=keep',
    '/find-store',
    '/en/find-store?carrier=china-mobile&region=CN-GD&card=lost',
    '/find-store/demo',
    '/privacy',
  ]) {
    const made = await read(path)
    expect(made.status).toBe(200)
    const kept = await Promise.all([
      read(path),
      read(path, { 'accept-encoding': 'identity' }),
      read(path, { 'accept-encoding': 'gzip' }),
      read(path, { 'accept-encoding': 'br, gzip' }),
    ])
    // Answers from what is kept say how old they are (RFC 9111, 5.1).
    for (const headers of [{ 'accept-encoding': 'gzip' }, { 'accept-encoding': 'identity' }]) {
      await read(path, headers)
      expect((await read(path, headers)).age).not.toBeNull()
    }
    expect((await read(path, { cookie: 'next-auth.session-token=x' })).age).toBeNull()
    for (const { type, text } of kept)
      expect({ type, text: plain(text) }).toEqual({ type: made.type, text: plain(made.text) })
  }
  expect((await read('/guide')).text).not.toBe((await read('/en/guide')).text)
  expect((await read('/guide/sim/online?carrier=china-mobile&region=CN-GD')).text).not.toBe(
    (await read('/guide/sim/online?carrier=china-mobile&region=CN-XZ')).text,
  )
  for (const path of ['/guide/paper/in-store', '/find-store/no-such-store'])
    for (const _ of ['made', 'not kept']) expect((await read(path)).status).toBe(404)
})

test('a page requested by many is rendered once, even if the first disconnects', async () => {
  const path = '/guide/esim/in-store?carrier=china-unicom&region=CN-QH'
  const texts = await Promise.all(Array.from({ length: 12 }, async () => (await read(path)).text))
  expect(new Set(texts).size).toBe(1)

  const other = '/guide/esim/in-store?carrier=china-unicom&region=CN-NX'
  const leaving = new AbortController()
  const first = fetch(at(other), { signal: leaving.signal }).catch(() => null)
  const others = Array.from({ length: 6 }, () => read(other))
  leaving.abort()
  await first
  for (const { status, text } of await Promise.all(others))
    expect([status, text.includes('</html>')]).toEqual([200, true])
})

test('search engines are offered the guide in both languages and no personal pages', async () => {
  const { text } = await read('/sitemap.xml')
  for (const path of ['/guide/esim/online', '/en/guide/esim/online'])
    expect(text).toContain(`${at(path)}<`)
  expect(text).not.toMatch(/status\/|requests/)
  const robots = (await read('/robots.txt')).text
  expect(robots).toContain('Disallow: /')
  // A line ends the rule: what stands below these is nobody's to find.
  for (const path of ['/status', '/en/status', '/ask', '/en/verify', '/find-store', '/privacy'])
    expect(robots).toContain(`Allow: ${path}$`)
})

test('readers tick and print, signed in or not, and ticks stay on the device', async ({
  staff,
  browser,
}) => {
  const reader = await (await browser.newContext()).newPage()
  for (const page of [reader, staff]) {
    await page.addInitScript('window.print = () => document.body.append("printed")')
    await page.goto(at('/guide/esim/online'))
    const box = page.getByRole('checkbox').first()
    await box.check()
    await page.reload()
    await expect(box).toBeChecked()
    await page.getByRole('button', { name: '打印' }).click()
    await expect(page.getByText('printed')).toBeVisible()
    await box.uncheck()
    await page.reload()
    await expect(box).not.toBeChecked()
  }
  await reader.context().close()
})
