// What the cases of the counter cost a clerk (docs/counter.md): budgets, not timings. The clerk
// begins signed out, so each case has a browser of its own.
import type { Browser } from '@playwright/test'
import { cases } from '../count/cases'
import { Hands } from '../count/hands'
import { at, expect, test } from './counter'
import { password } from './desk'

const counter = { viewport: { width: 1440, height: 900 } }
const handsOf = async (browser: Browser) =>
  new Hands(await (await browser.newContext(counter)).newPage())
const costOf = ({ interactions, saves, scrolls }: Hands) => ({
  interactions: interactions.length,
  saves,
  scrolls,
})

for (const { name, budget, play } of cases)
  test(`${name} stays within its budget of interactions, saves and scrolls`, async ({
    browser,
    reviewer,
  }) => {
    test.setTimeout(120_000)
    const hands = await handsOf(browser)
    await play(hands, { reviewer, address: at(''), password })
    const cost = costOf(hands)
    const told = hands.interactions.map(({ what }) => what).join(', ')
    expect(cost.interactions, told).toBeLessThanOrEqual(budget.interactions)
    expect(cost.saves).toBeLessThanOrEqual(budget.saves)
    expect(cost.scrolls).toBeLessThanOrEqual(budget.scrolls)
  })
