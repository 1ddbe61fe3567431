import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { pagesToShoot } from '../shots/pages'
import { at, expect, test } from './counter'

const faultsOf = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

for (const [name, width, colorScheme] of [['a counter screen', 1440, 'light'], ['a phone in the dark', 390, 'dark']] as const) {
  test(`axe finds nothing serious on any page, on ${name}`, async ({ staff }) => {
    test.setTimeout(180_000)
    await staff.setViewportSize({ width, height: 844 })
    await staff.emulateMedia({ colorScheme })
    const pages = await pagesToShoot(staff, at(''))
    expect(pages.length).toBeGreaterThan(15)
    for (const { path } of pages) {
      for (const locale of ['', '/en']) {
        await staff.goto(at(`${locale}${path}`))
        expect(await faultsOf(staff), `${locale}${path}`).toEqual([])
        const sideways = await staff.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
        expect(sideways, `${locale}${path} scrolls sideways`).toBeLessThanOrEqual(0)
      }
    }
  })
}
