// The cases of the counter, played as a clerk would, and what each may cost at most. Buttons and
// fields go by the words of the catalogue.
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { demoIccid, residentId } from '@/lib/ops/seed/demo-people'
import { catalogue } from './catalogue'
import type { Hands } from './hands'

export type Budget = { interactions?: number; saves: number; scrolls: number }
export type People = { reviewer: Page; address: string; password: string }
export type Case = {
  name: string
  budget: Budget
  /** Played by keyboard alone, without a pointer. */
  keys?: true
  /** Begins signed in: signing in is counted, and played where a case does not. */
  session?: true
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
  const cookies = await page.context().cookies()
  if (cookies.some(({ name }) => name.includes('session'))) {
    await page.goto(`${address}/requests`)
    const signedIn = ['e-mail', 'password', 'sign in'].map(
      (what) => ({ kind: 'field', what }) as const,
    )
    hands.interactions.push(...signedIn)
    return
  }
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
  /** What is not as usual among the papers and the obligations, before the rest is filled. */
  materials?(hands: Hands): Promise<void>
  obligations?(hands: Hands): Promise<void>
  /** The card, or an eSIM's device that cannot be unlocked any more. */
  card?: 'returned' | 'lost' | 'broken_device'
}

const inOpen = ({ page }: Hands) => page.locator('[data-open]')
/** The answer to a question of the open group. */
const answer = (hands: Hands, question: RegExp, name: string) =>
  inOpen(hands).getByRole('group', { name: question }).getByRole('radio', { name, exact: true })

/** The steps before review, in the guide's order. */
async function check(hands: Hands, { materials, obligations, card = 'returned' }: Check) {
  const { page } = hands
  await materials?.(hands)
  await hands.click(button(hands, walk.fill.materials), 'all brought')
  await obligations?.(hands)
  await hands.click(button(hands, walk.fill.obligations), 'no obligation applies')
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
        const [state, why] =
          card === 'lost'
            ? [walk.cardReturn.lost, '在地铁上丢失']
            : [walk.deviceUnlock.not_unlockable, '屏幕碎裂，无法开机']
        await hands.click(page.getByRole('radio', { name: state }), 'why it is not as usual')
        await hands.fill(inOpen(hands).getByLabel(walk.whyWords), why, 'in words')
      }
    },
  }
}

async function submit(hands: Hands) {
  const slip = hands.page.getByRole('checkbox', { name: walk.contact.slipSigned })
  if (await slip.isVisible()) await hands.click(slip, 'slip signed')
  await hands.click(button(hands, words.move.submit), 'save and submit')
  await hands.page.getByText(words.state.in_review).first().waitFor()
}

async function approve({ page }: Hands, { reviewer }: People) {
  await reviewer.goto(page.url())
  await reviewer.getByRole('button', { name: words.move.approve, exact: true }).click()
  await reviewer.getByText(words.state.closing).first().waitFor()
}

/** With the carrier, where it closes at once; then handing over. */
async function finish(hands: Hands, device?: (hands: Hands) => Promise<void>) {
  const { page } = hands
  await hands.fill(page.getByLabel(walk.submission.reference), 'YD-2026-1', 'carrier reference')
  await hands.click(
    page.getByRole('checkbox', { name: walk.submission.password }),
    'the holder typed the password',
  )
  await device?.(hands)
  await hands.click(
    button(hands, walk.completePrint),
    'complete, print the receipt and hand it over',
  )
  await page.getByText(words.state.completed).first().waitFor()
  await page.locator('[data-step]').last().getByText(walk.state.done).waitFor()
}

/** All steps before review in the guide's order, and submitting. */
async function toReviewer(hands: Hands, how: Check = {}) {
  const rest = await check(hands, how)
  const isEsim = how.card === 'broken_device'
  if (!isEsim) await rest.form()
  await rest.identity()
  if (isEsim) await rest.form()
  await rest.card()
  await submit(hands)
}

type How = Check & { device?(hands: Hands): Promise<void> }

/** A number closed at the counter: what differs is what the visit brings. */
const walkIn = (
  name: string,
  budget: Budget,
  visit: Visit,
  { device, ...how }: How = {},
  more: Partial<Case> = {},
): Case => ({
  name,
  budget,
  ...more,
  async play(hands, people) {
    await signIn(hands, people)
    await open(hands, visit)
    await toReviewer(hands, how)
    await approve(hands, people)
    await finish(hands, device)
  },
})

/** Another number of the customer whose request is at hand: up to the reviewer, or to its end. */
const further = (
  name: string,
  budget: Budget,
  { first, phone, to }: { first: Visit; phone: string; to: 'reviewer' | 'receipt' },
): Case => ({
  name,
  budget,
  session: true,
  async play(hands, people) {
    const { page } = hands
    await signIn(hands, people)
    await open(hands, first)
    await toReviewer(hands)
    hands.forget()
    await hands.click(page.getByRole('link', { name: walk.links.further }), 'another number')
    await hands.click(page.getByLabel(record.keepNo), 'the number is not kept')
    await hands.fill(page.getByLabel(record.phoneNumber), phone, 'number', 'Enter')
    const before = page.url()
    await hands.chord('Control+Enter', 'record and print the slip')
    await page.waitForURL((url) => url.href !== before && /requests\/[0-9A-Z]{12}/.test(url.href))
    await toReviewer(hands)
    if (to === 'reviewer') return
    await approve(hands, people)
    await finish(hands)
  },
})

const lostCard: How = {
  card: 'lost',
  materials: async (hands) => {
    const card = /要注销的实体卡/
    await hands.click(answer(hands, card, walk.materials.waived), 'without the card')
    await hands.fill(inOpen(hands).getByLabel(walk.materials.reason), '丢失', 'why')
  },
  obligations: async (hands) => {
    const { paid, paidBy, paymentNumber } = walk.obligations
    const open = inOpen(hands)
    await hands.fill(open.getByLabel(paid), '35.50', 'arrears paid')
    await hands.choose(open.getByLabel(paidBy), words.paymentWay.payment_app, 'how')
    await hands.fill(open.getByLabel(paymentNumber), 'JF-2026-1', 'number of the payment')
  },
}

const brokenDevice: How = {
  card: 'broken_device',
  device: async (hands) => {
    const { page } = hands
    await hands.chord('2', 'the device')
    await hands.click(page.getByRole('radio', { name: walk.deviceCheck.no_device }), 'no device')
    await hands.fill(inOpen(hands).getByLabel(walk.whyWords), '无法开机', 'in words')
  },
}

const closedAtOnce = (interactions: number): Budget => ({ interactions, saves: 3, scrolls: 0 })

const visit = (place: number, name: string, more: Partial<Visit> = {}): Visit => ({
  phone: `1380013710${place}`,
  name,
  serial: 100 + place,
  contact: `1390013710${place}`,
  ...more,
})

export const cases: Case[] = [
  walkIn('plainest walk-in', closedAtOnce(23), visit(1, '张路径')),
  walkIn(
    'plainest by keyboard alone',
    { saves: 3, scrolls: 0 },
    visit(2, '键盘办'),
    {},
    {
      keys: true,
    },
  ),
  walkIn(
    'slip only',
    closedAtOnce(25),
    visit(3, '纸受理', { slipOnly: true }),
    {},
    { session: true },
  ),
  walkIn('lost card with arrears', closedAtOnce(29), visit(8, '丢卡人'), lostCard, {
    session: true,
  }),
  walkIn(
    'broken eSIM device',
    closedAtOnce(28),
    visit(9, '坏机人', { cardType: 'esim' }),
    brokenDevice,
    {
      session: true,
    },
  ),
  further(
    'further number of the visit, up to the reviewer',
    { interactions: 12, saves: 2, scrolls: 0 },
    {
      first: visit(0, '两号人'),
      phone: '13800137200',
      to: 'reviewer',
    },
  ),
  further('further number of the visit, up to the receipt', closedAtOnce(15), {
    first: { ...visit(0, '三号人'), phone: '13800137110', serial: 110, contact: '13900137110' },
    phone: '13800137210',
    to: 'receipt',
  }),
  ...(
    [
      ['guardian', 26],
      ['agent', 27],
      ['heir', 25],
      ['company_agent', 27],
    ] as const
  ).map(([other, most], place) =>
    walkIn(other, closedAtOnce(most), visit(4 + place, '李他人', { other }), {}, { session: true }),
  ),
]
