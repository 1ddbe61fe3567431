import { at, expect, test } from './counter'
import { told } from './facts'

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
