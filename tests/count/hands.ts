// What a clerk's hands do: every click, choice, field and chord is counted, and so is every scroll
// that the page does not do by itself.
import type { Locator, Page } from '@playwright/test'

export type Interaction = { kind: 'click' | 'field' | 'chord'; what: string }

/** Plays at a page and counts. An interaction is one click, one field filled, or one chord. */
export class Hands {
  interactions: Interaction[] = []
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

  /** What was done so far is another case's. */
  forget() {
    this.interactions = []
    this.saves = 0
    this.scrolls = 0
  }

  async chord(keys: string, what: string) {
    await this.page.keyboard.press(keys)
    this.interactions.push({ kind: 'chord', what: `${keys}: ${what}` })
  }
}

/**
 * The same by keyboard alone: whatever is wanted is reached by Tab, and an answer of a group by the
 * arrows. What is passed on the way is not counted.
 */
export class Keys extends Hands {
  private async reach(target: Locator) {
    const { keyboard } = this.page
    const isThere = () => target.evaluate((element) => element === document.activeElement)
    // Of a group of answers only one takes the focus; the arrows go to the others.
    const isInGroup = () =>
      target.evaluate((element) => {
        const { activeElement: now } = document
        const radios = [element, now].filter(
          (one) => one instanceof HTMLInputElement && one.type === 'radio',
        ) as HTMLInputElement[]
        return radios.length === 2 && radios[0]?.name === radios[1]?.name
      })
    for (let passed = 0; passed < 400 && !(await isThere()); passed += 1)
      await keyboard.press((await isInGroup()) ? 'ArrowDown' : 'Tab')
    if (!(await isThere())) throw new Error(`no key leads to ${target}`)
  }

  override async click(target: Locator, what: string) {
    await target.waitFor()
    await this.reach(target)
    const isChosen = await target.evaluate(
      (element) =>
        element instanceof HTMLInputElement && element.type === 'radio' && element.checked,
    )
    const isLink = await target.evaluate((element) => element instanceof HTMLAnchorElement)
    if (!isChosen) await this.page.keyboard.press(isLink ? 'Enter' : 'Space')
    this.interactions.push({ kind: 'chord', what })
  }

  override async fill(target: Locator, text: string, what: string, end?: 'Enter' | 'Tab') {
    await target.waitFor()
    await this.reach(target)
    await this.page.keyboard.type(text)
    if (end) await this.page.keyboard.press(end)
    this.interactions.push({ kind: 'field', what })
  }
}
