// The cases of the counter, played as a clerk would, and what each may cost at most. Buttons and
// fields go by the words of the catalogue.
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { demoIccid, residentId } from '@/lib/ops/seed/demo-people'
import { catalogue } from './catalogue'
import type { Hands } from './hands'

export type Budget = { interactions: number; saves: number; scrolls: number }
export type People = { reviewer: Page; address: string; password: string }
export type Case = {
  name: string
  budget: Budget
  play(hands: Hands, people: People): Promise<void>
}

const [record, walk, words, shell, signingIn] = [
  catalogue('record'),
  catalogue('walk'),
  catalogue('words'),
  catalogue('shell'),
  catalogue('signIn'),
]

type Visit = {
  phone: string
  name: string
  serial: number
  contact: string
  carrier?: string
  region?: string
  cardType?: 'esim'
  other?: 'guardian' | 'agent' | 'heir' | 'company_agent'
  slipOnly?: true
}

const button = ({ page }: Hands, name: string) => page.getByRole('button', { name, exact: true })

async function signIn(hands: Hands, { address, password }: People) {
  const { page } = hands
  await page.goto(`${address}/signin`)
  await hands.fill(page.getByLabel(signingIn.email), 'staff@example.test', 'e-mail')
  await hands.fill(page.getByLabel(signingIn.password, { exact: true }), password, 'password')
  await hands.click(button(hands, signingIn.submit), 'sign in')
}

/** A new request, as the conversation goes, up to the slip. */
async function open(hands: Hands, visit: Visit) {
  const { page } = hands
  const number = () => page.getByLabel(record.documentNumber, { exact: true })
  await hands.click(page.getByRole('link', { name: shell.nav.new }).first(), 'new request')
  await hands.click(page.getByLabel(record.keepNo), 'the number is not kept')
  if (visit.cardType)
    await hands.click(
      page.getByRole('radio', { name: words.cardType.esim, exact: true }),
      'card type',
    )
  if (visit.carrier)
    await hands.choose(page.getByLabel(record.carrier, { exact: true }), visit.carrier, 'carrier')
  if (visit.region) await hands.choose(page.getByLabel(record.region), visit.region, 'region')
  await hands.fill(page.getByLabel(record.phoneNumber), visit.phone, 'number', 'Enter')
  if (visit.other)
    await hands.choose(page.getByLabel(record.relation), words.relation[visit.other], 'who applies')
  await hands.fill(page.getByLabel(record.holderName), visit.name, 'holder, by the reader', 'Enter')
  await hands.fill(
    number().first(),
    visit.other === 'company_agent'
      ? '91310000MA1K35XX04'
      : residentId(visit.serial, visit.other === 'guardian' ? '20150501' : undefined),
    'document, by the reader',
    'Enter',
  )
  if (visit.other) {
    // A guardianship or a kinship is proved by the household register, which has no date.
    if (visit.other === 'agent' || visit.other === 'company_agent')
      await hands.fill(page.getByLabel(record.issuedOn), '2026-11-02', 'date of the authority')
    await hands.fill(
      page.getByLabel(record.applicantName),
      '委托代办人',
      'applicant, by the reader',
    )
    await hands.fill(number().last(), residentId(visit.serial + 300), 'document, by the reader')
  }
  if (visit.slipOnly) {
    await hands.click(page.getByText(record.otherContact), 'no other phone')
    await hands.click(page.getByLabel(record.printedSlipOnly), 'slip only')
  } else await hands.fill(page.getByLabel(record.contactPhone), visit.contact, 'contact phone')
  // An heir's reason is preset.
  if (visit.other !== 'heir')
    await hands.click(page.getByRole('radio', { name: words.reason.no_longer_needed }), 'reason')
  await hands.click(page.getByLabel(record.consent), 'consent')
  await hands.chord('Control+Enter', 'record and print the slip')
  await page.waitForURL(/requests\/[0-9A-Z]{12}/)
}

type Check = {
  materials?(): Promise<void>
  obligations?(): Promise<void>
  card?: 'returned' | 'lost'
}

/** The steps before review, in the guide's order; `card` none for an eSIM. */
async function check(hands: Hands, { materials, obligations, card }: Check) {
  const { page } = hands
  await hands.click(button(hands, walk.fill.materials), 'all brought')
  await materials?.()
  if (obligations) await obligations()
  else await hands.click(button(hands, walk.fill.obligations), 'no obligation applies')
  await hands.fill(page.getByLabel(walk.balance.amount), '0', 'balance', 'Enter')
  await hands.click(button(hands, walk.fill.advice), 'explained what it means')
  return {
    form: () => hands.click(page.getByLabel(walk.form.signed), 'form signed'),
    identity: () => hands.click(button(hands, walk.fill.identity_check), 'identity matches'),
    card: async () => {
      if (card === 'returned')
        await hands.fill(
          page.getByLabel(walk.cardReturn.iccid),
          demoIccid({ reference: randomUUID(), carrier: 'china-mobile' }),
          'card, by the scanner',
          'Enter',
        )
      else {
        await hands.click(page.getByRole('radio', { name: walk.cardReturn.lost }), 'card lost')
        await hands.fill(
          page.locator('[data-open]').getByLabel(walk.whyWords),
          '在地铁上丢失',
          'how it was lost',
        )
      }
    },
  }
}

async function submit(hands: Hands) {
  await hands.click(button(hands, words.move.submit), 'save and submit')
  await hands.page.getByText(words.state.in_review).first().waitFor()
}

async function approve({ page }: Hands, { reviewer }: People) {
  await reviewer.goto(page.url())
  await reviewer.getByRole('button', { name: words.move.approve, exact: true }).click()
  await reviewer.getByText(words.state.closing).first().waitFor()
}

/** With the carrier, where it closes at once; then handing over. */
async function finish(hands: Hands, device?: () => Promise<void>) {
  const { page } = hands
  await hands.fill(page.getByLabel(walk.submission.reference), 'YD-2026-1', 'carrier reference')
  await hands.click(
    page.getByRole('checkbox', { name: walk.submission.password }),
    'the holder typed the password',
  )
  await device?.()
  await hands.click(button(hands, walk.completePrint), 'complete and print the receipt')
  await page.getByText(words.state.completed).first().waitFor()
  await hands.click(button(hands, walk.handOver), 'handed over and explained')
  await page.locator('[data-step]').last().getByText(walk.state.done).waitFor()
}

/** A SIM closed at the counter: what differs is what the visit brings. */
const simCase = (name: string, budget: Budget, visit: Visit, how: Check = {}): Case => ({
  name,
  budget,
  async play(hands, people) {
    await signIn(hands, people)
    await open(hands, visit)
    const rest = await check(hands, { card: 'returned', ...how })
    await rest.form()
    await rest.identity()
    await rest.card()
    await submit(hands)
    await approve(hands, people)
    await finish(hands)
  },
})

const plain = { interactions: 25, saves: 4, scrolls: 0 }
const special = { interactions: 30, saves: 5, scrolls: 0 }
const others = { interactions: 32, saves: 5, scrolls: 1 }

const visit = (place: number, name: string, more: Partial<Visit> = {}): Visit => ({
  phone: `1380013710${place}`,
  name,
  serial: 100 + place,
  contact: `1390013710${place}`,
  ...more,
})

export const cases: Case[] = [
  simCase('plainest walk-in', plain, visit(1, '张路径')),
  simCase('slip only', special, visit(3, '纸受理', { slipOnly: true })),
  ...(['guardian', 'agent', 'heir', 'company_agent'] as const).map((other, place) =>
    simCase(other, others, visit(4 + place, '李他人', { other })),
  ),
]
