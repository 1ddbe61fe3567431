import { answerFor } from '@/lib/carriers/rulebook/answer'
import { closedAt, opensNext } from '@/lib/carriers/rulebook/windows'
import { dayOf, timeOf } from '@/lib/domain/days'
import { seededRulebooks } from '@/lib/ops/seed/rulebooks'
import { at, expect, test } from './counter'
import { readFileSync } from 'node:fs'
import { told } from './facts'
import { practised } from './practice-facts'

test('every fact from F1 to F32 is stated once, in its own sentence', () => {
  expect(told.map(({ fact }) => fact)).toEqual(
    Array.from({ length: 32 }, (_, place) => `F${place + 1}`),
  )
  for (const language of ['zh', 'en'] as const)
    expect(new Set(told.map((entry) => entry[language])).size).toBe(32)
})

for (const language of ['zh', 'en'] as const) {
  test(`each fact is visible text on its page, in ${language}`, async ({ page }) => {
    for (const path of new Set(told.map((entry) => entry.page))) {
      await page.goto(at(`${language === 'en' ? '/en' : ''}${path}`))
      const text = await page.locator('main').innerText()
      for (const entry of told.filter((candidate) => candidate.page === path))
        expect(text, entry.fact).toContain(entry[language])
    }
  })
}

test('every fact of practice from P13 to P30 is told on a page or shown by a test', () => {
  expect(practised.map(({ fact }) => fact)).toEqual(
    Array.from({ length: 18 }, (_, place) => `P${place + 13}`),
  )
  for (const entry of practised)
    if ('test' in entry) expect(readFileSync(entry.test, 'utf8')).toContain(`it('${entry.title}'`)
})

for (const language of ['zh', 'en'] as const) {
  test(`each fact of practice is visible text on its page, in ${language}`, async ({ page }) => {
    const onPages = practised.filter((entry) => 'page' in entry)
    for (const path of new Set(onPages.map((entry) => entry.page))) {
      await page.goto(at(`${language === 'en' ? '/en' : ''}${path}`))
      const text = await page.locator('main').innerText()
      for (const entry of onPages.filter((candidate) => candidate.page === path))
        expect(text, entry.fact).toContain(entry[language])
    }
  })
}

test('the guide says whether a carrier takes online requests now, and from when it does', async ({
  page,
}) => {
  const [day, time] = [dayOf(new Date()), timeOf(new Date())]
  for (const carrier of ['china-mobile', 'china-unicom', 'china-telecom']) {
    const rules = seededRulebooks[carrier] ?? []
    const about = { carrier, region: 'CN-SH', cardType: 'sim', channel: 'online' } as const
    const { window } = answerFor(rules, { ...about, store: null })
    const opens = closedAt(day, time, window) && opensNext(day, time, window)
    await page.goto(at(`/guide/sim/online?carrier=${carrier}&region=CN-SH`))
    await expect(
      page.getByText(opens ? new RegExp(`目前不受理，.* ${opens.time} 起可办`) : '现在可以办理'),
    ).toBeVisible()
  }
})
