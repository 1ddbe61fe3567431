import { describe, expect, it } from 'vitest'
import type { Chosen } from '@/lib/cancellation/rules/bulk'
import { chosenPages, chosenVersions } from '@/lib/cancellation/queries/chosen'
import { database } from '@/lib/db/client'
import { opened, submitted } from '../factories/requests'

const viewing = async (today = '2026-03-10') => ({
  account: (await database().account.findUniqueOrThrow({ where: { email: 'staff@example.test' } }))
    .id,
  stores: [(await database().store.findUniqueOrThrow({ where: { code: 'demo' } })).id],
  today,
  reviews: false,
})

describe('what is chosen', () => {
  it("is the rows asked for, or all that a list holds, of the viewer's stores alone", async () => {
    const [one, two] = [await opened(), await submitted()]
    const elsewhere = ['00000000-0000-7000-8000-000000000000']
    const shown = async (chosen: Chosen, stores?: string[]) => {
      const references: string[] = []
      for await (const page of chosenPages(
        { ...(await viewing()), ...(stores && { stores }) },
        chosen,
      ))
        references.push(...page.map(({ record }) => record.reference))
      return references
    }
    const workedOn = async (chosen: Chosen, stores?: string[]) =>
      (await chosenVersions({ ...(await viewing()), ...(stores && { stores }) }, chosen)).map(
        ({ reference }) => reference,
      )
    const rows = [two, one].map(({ reference, version }) => ({ reference, version }))
    expect(await shown({ rows })).toEqual([two.reference, one.reference])
    expect(await shown({ rows }, elsewhere)).toEqual([])
    // Whose it is, and whether it has changed since, the writer says.
    expect(await chosenVersions(await viewing(), { rows })).toEqual(rows)
    for (const references of [shown, workedOn]) {
      expect(await references({ all: { state: 'in_review' } })).toContain(two.reference)
      expect(await references({ all: { state: 'in_review' } })).not.toContain(one.reference)
      expect(await references({ all: { view: 'mine', q: two.reference } })).toEqual([two.reference])
      expect(await references({ all: { q: '柳' } })).toEqual(
        expect.arrayContaining([two.reference, one.reference]),
      )
      expect(await references({ all: { q: '柳柳柳' } })).toEqual([])
      expect(await references({ all: {} }, elsewhere)).toEqual([])
    }
    expect(await workedOn({ all: {} })).toEqual(await shown({ all: {} }))
  })

  it('comes page by page, each once, in the order of the list', async () => {
    const many = await Promise.all(Array.from({ length: 5 }, () => opened()))
    const pages: string[][] = []
    for await (const page of chosenPages(await viewing(), { all: { state: 'open' } }, 2))
      pages.push(page.map(({ record }) => record.reference))
    expect(pages.slice(0, -1).every(({ length }) => length === 2)).toBe(true)
    const versions = await chosenVersions(await viewing(), { all: { state: 'open' } })
    expect(pages.flat()).toEqual(versions.map(({ reference }) => reference))
    expect(pages.flat()).toEqual(expect.arrayContaining(many.map(({ reference }) => reference)))
  })
})
