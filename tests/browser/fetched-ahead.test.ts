import { at, expect, test } from './counter'

test('a page is prefetched when its link is hovered or focused, and no other page is', async ({
  staff,
}) => {
  // Not above a row of the list, as after signing in: its link would be reached for.
  await staff.mouse.move(0, 0)
  await staff.goto(at('/requests'))
  const ahead: string[] = []
  staff.on(
    'request',
    (request) =>
      void (
        request.headers()['next-router-prefetch'] && ahead.push(new URL(request.url()).pathname)
      ),
  )
  await staff.locator('header a[href="/questions"]:visible').hover()
  await expect.poll(() => ahead.length).toBeGreaterThan(0)
  expect(new Set(ahead)).toEqual(new Set(['/questions']))
  await staff.locator('header a[href="/day"]:visible').focus()
  await expect.poll(() => ahead).toContain('/day')
})
