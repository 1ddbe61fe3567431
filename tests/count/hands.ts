// What a clerk's hands do: every click, choice, field and chord is counted, and so is every scroll
// that the page does not do by itself.
import type { Locator, Page } from '@playwright/test'

export type Interaction = { kind: 'click' | 'field' | 'chord'; what: string }

/** Plays at a page and counts. An interaction is one click, one field filled, or one chord. */
export class Hands {
  readonly interactions: Interaction[] = []
  scrolls = 0
  saves = 0

  constructor(readonly page: Page) {
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.headers()['next-action']) this.saves += 1
    })
  }

  private async inSight(target: Locator) {
    const seen = await target.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return top < window.innerHeight && bottom > 0
    })
    if (!seen) this.scrolls += 1
  }

  async click(target: Locator, what: string) {
    await target.waitFor()
    await this.inSight(target)
    await target.click()
    this.interactions.push({ kind: 'click', what })
  }

  /** Types into a field; `end`: the key that a scanner or a reader sends after it. */
  async fill(target: Locator, text: string, what: string, end?: 'Enter' | 'Tab') {
    await target.waitFor()
    await this.inSight(target)
    await target.fill(text)
    if (end) await target.press(end)
    this.interactions.push({ kind: 'field', what })
  }

  /** Chooses from a list. */
  async choose(target: Locator, label: string, what: string) {
    await target.waitFor()
    await this.inSight(target)
    await target.selectOption({ label })
    this.interactions.push({ kind: 'field', what })
  }

  async chord(keys: string, what: string) {
    await this.page.keyboard.press(keys)
    this.interactions.push({ kind: 'chord', what: `${keys}: ${what}` })
  }
}
