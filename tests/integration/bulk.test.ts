import { describe, expect, it } from 'vitest'
import { chosenRequests } from '@/lib/cancellation/queries/chosen'
import { database } from '@/lib/db/client'
import { opened, submitted } from '../factories/requests'

const viewing = async (today = '2026-03-10') => ({ account: (await database().account.findUniqueOrThrow({ where: { email: 'reviewer@example.test' } })).id, stores: [(await database().store.findUniqueOrThrow({ where: { code: 'demo' } })).id], today })

describe('what is chosen', () => {
  it('is the rows asked for, or all that a list holds, of the viewer\'s stores alone', async () => {
    const [one, two] = [await opened(), await submitted()]
    const references = async (chosen: Parameters<typeof chosenRequests>[1], stores?: string[]) =>
      (await chosenRequests({ ...(await viewing()), ...(stores && { stores }) }, chosen)).map(({ record }) => record.reference)
    const rows = [two, one].map(({ reference, version }) => ({ reference, version }))
    expect(await references({ rows })).toEqual([two.reference, one.reference])
    expect(await references({ rows }, ['00000000-0000-7000-8000-000000000000'])).toEqual([])
    expect(await references({ all: { state: 'in_review' } })).toContain(two.reference)
    expect(await references({ all: { state: 'in_review' } })).not.toContain(one.reference)
    expect(await references({ all: {} }, ['00000000-0000-7000-8000-000000000000'])).toEqual([])
  })
})
