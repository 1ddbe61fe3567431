import { expect, it, vi } from 'vitest'
import { database } from '@/lib/db/client'
import { someInput, staff, tuesday } from '../factories/requests'

it('refuses to write while no subscribers are registered', async () => {
  const [by, before] = [await staff(), await database().request.count()]
  // The writer's own part, loaded anew: nothing has put it together with what follows it.
  vi.resetModules()
  const { openRequest } = await import('@/lib/cancellation/commands/opening')
  await expect(openRequest({ actor: by, input: someInput(), now: tuesday })).rejects.toThrow(
    'nobody follows the writer',
  )
  expect(await database().request.count()).toBe(before)

  const put = await import('@/lib/writer')
  expect(put.openRequest).toBe(openRequest)
  expect(await openRequest({ actor: by, input: someInput(), now: tuesday })).toMatchObject({
    ok: true,
  })
})
