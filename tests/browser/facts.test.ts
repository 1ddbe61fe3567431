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
