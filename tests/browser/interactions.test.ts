// What the cases of the counter cost a clerk (docs/counter.md): budgets, not timings. The clerk
// begins signed out, so each case has a browser of its own; most have the session of the clerk who
// is signed in already.
import type { Browser } from '@playwright/test'
import { cases } from '../count/cases'
import { Hands, Keys } from '../count/hands'
import { at, expect, signedIn, test } from './counter'
import { password } from './desk'
import { submittedAt } from './operator'

const counter = { viewport: { width: 1440, height: 900 } }
const handsOf = async (browser: Browser) =>
  new Hands(await (await browser.newContext(counter)).newPage())
const costOf = ({ interactions, saves, scrolls }: Hands) => ({
  interactions: interactions.length,
  saves,
  scrolls,
})

for (const { name, budget, play, keys, session } of cases)
  test(`${name} stays within its budget of interactions, saves and scrolls`, async ({
    browser,
    reviewer,
    staff,
  }) => {
    test.setTimeout(120_000)
    const storageState = session && (await staff.context().storageState())
    const context = await browser.newContext({ ...counter, ...(storageState && { storageState }) })
    const hands = new (keys ? Keys : Hands)(await context.newPage())
    await play(hands, { reviewer, address: at(''), password })
    const cost = costOf(hands)
    const told = hands.interactions.map(({ what }) => what).join(', ')
    if (budget.interactions)
      expect(cost.interactions, told).toBeLessThanOrEqual(budget.interactions)
    expect(cost.saves).toBeLessThanOrEqual(budget.saves)
    expect(cost.scrolls).toBeLessThanOrEqual(budget.scrolls)
  })

test('a reviewer comes from the queue to approved in three, with all that was recorded in sight', async ({
  browser,
}) => {
  const [reference = ''] = submittedAt('2026-11-20T10:00', '13800137190')
  const hands = await handsOf(browser)
  const page = await signedIn(hands.page, 'reviewer@example.test')
  hands.saves = 0
  await page.goto(at('/requests?state=in_review'))
  const row = page.getByRole('row').filter({ hasText: reference.replace(/(.{4})(?=.)/g, '$1-') })
  await hands.click(row.getByRole('link'), 'the request in the queue')
  const recorded = page.getByRole('heading', { name: '已记录' })
  await expect(recorded).toBeInViewport()
  for (const step of ['收验材料', '核对机主身份和号码', '收回实体卡'])
    await expect(page.locator('dt', { hasText: step })).toBeInViewport()
  await hands.click(page.getByRole('button', { name: '审核通过', exact: true }), 'approve')
  await expect(page.getByText('运营商办理中').first()).toBeVisible()
  const cost = costOf(hands)
  expect(cost.interactions).toBeLessThanOrEqual(3)
  expect(cost).toMatchObject({ saves: 1, scrolls: 0 })
})
