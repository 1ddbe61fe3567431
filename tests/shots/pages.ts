import type { Page } from 'playwright'
import { command } from '../browser/operator'
import type { Situation, Subjects } from './subjects'

/**
 * A page to be pictured; `act` brings about what its address alone does not show, `before` and
 * `after` what its data alone do not.
 */
export type Shot = {
  name: string
  path: string
  act?: (page: Page) => Promise<void>
  before?: () => void
  after?: () => void
}

const press = (page: Page) => page.locator('main form button[type=submit]').last().click()
const isRefused = (page: Page) => page.locator('[aria-invalid=true]').first().waitFor()
const keysAreHeard = (page: Page) => page.locator('html[data-keys]').waitFor()
const openMenu = (page: Page) => page.locator('nav summary').click()
const chooseTab = (name: string) => (page: Page) =>
  page.locator(`[role=tab][id$="-${name}"]`).click()

/** What everybody sees. */
export const publicPages: Shot[] = [
  { name: 'sign-in', path: '/signin' },
  {
    name: 'sign-in-refused',
    path: '/signin',
    act: async (page) => {
      await page.locator('input[type=email]').fill('nobody@example.test')
      await page.locator('input[type=password]').fill('a-wrong-password')
      await press(page)
      await page.locator('main').getByRole('alert').first().waitFor()
    },
  },
  { name: 'guide', path: '/guide' },
  { name: 'guide-sim-in-store', path: '/guide/sim/in-store' },
  { name: 'guide-esim-online', path: '/guide/esim/online' },
  { name: 'guide-where', path: '/guide/esim/online?carrier=china-telecom&region=CN-SH' },
  { name: 'guide-leave', path: '/guide?wish=leave&card=sim&channel=in_store' },
  { name: 'find-store', path: '/find-store' },
  {
    name: 'find-store-case',
    path: '/find-store?carrier=china-mobile&region=CN-GD&card=lost&place=CN-SH',
  },
  { name: 'find-store-none', path: '/find-store?carrier=china-mobile&region=CN-XZ' },
  { name: 'store-public', path: '/find-store/demo' },
  { name: 'privacy', path: '/privacy' },
  { name: 'status', path: '/status' },
  {
    name: 'status-error',
    path: '/status',
    act: async (page) => {
      await press(page)
      await page.locator('[aria-invalid=true]').first().waitFor()
    },
  },
  { name: 'verify', path: '/verify' },
  { name: 'verify-unknown', path: '/verify/23456789ABCD' },
  { name: 'verify-changed', path: '/verify?receipt=a.b.c' },
  { name: 'ask', path: '/ask' },
  {
    name: 'ask-errors',
    path: '/ask',
    act: async (page) => {
      await press(page)
      await page.locator('[aria-invalid=true]').first().waitFor()
    },
  },
  { name: 'developers', path: '/developers' },
  { name: 'not-found', path: '/nowhere' },
]

/** What administrators alone see. */
export async function adminPages(page: Page, address: string): Promise<Shot[]> {
  await page.goto(`${address}/guides`)
  const guide = await page.locator('main li a').first().getAttribute('href')
  const [, account] = [
    await page.goto(`${address}/accounts?q=staff`),
    await page.locator('main tbody a').first().getAttribute('href'),
  ]
  return [
    ...(guide
      ? [
          { name: 'guide-editor', path: guide },
          {
            name: 'guide-editor-row',
            path: guide,
            act: (page: Page) => page.locator('main details > summary').nth(3).click(),
          },
          { name: 'guide-rehearsal', path: `${guide}/rehearsal` },
          { name: 'guide-version', path: `${guide}/revisions/1` },
          { name: 'guide-preview', path: `${guide}/preview` },
          { name: 'guide-preview-steps', path: `${guide}/preview/steps` },
        ]
      : []),
    ...(account ? [{ name: 'account-of', path: account }] : []),
    { name: 'menu-admin', path: '/audit', act: openMenu },
    { name: 'accounts-none', path: '/accounts?q=nobody' },
    { name: 'audit-none', path: '/audit?q=nothing' },
    { name: 'carriers', path: '/carriers' },
    ...['contact', 'terms', 'obligations'].map((tab) => ({
      name: `carrier-${tab}`,
      path: `/carriers/china-unicom?tab=${tab}`,
    })),
    { name: 'rules', path: '/carriers/china-unicom/rules' },
    { name: 'rule', path: '/carriers/china-unicom/rules?edit=4' },
    { name: 'stores', path: '/stores' },
    { name: 'store', path: '/stores/demo' },
    { name: 'store-new', path: '/stores/new' },
    {
      name: 'store-errors',
      path: '/stores/new',
      act: async (page) => {
        await press(page)
        await isRefused(page)
      },
    },
    { name: 'accounts', path: '/accounts' },
    { name: 'keys', path: '/keys' },
    { name: 'overview', path: '/overview' },
    { name: 'audit', path: '/audit' },
    { name: 'notices', path: '/notices' },
    { name: 'notice', path: '/notices/completed' },
    { name: 'retention', path: '/retention' },
    { name: 'security', path: '/security' },
    { name: 'guides', path: '/guides' },
    { name: 'reports', path: '/reports' },
    { name: 'reports-by-carrier', path: '/reports?by=carrier' },
    { name: 'calendar', path: '/calendar' },
    { name: 'calendar-year', path: '/calendar/2026' },
    { name: 'calendar-new-year', path: '/calendar/2027' },
    {
      name: 'calendar-month',
      path: '/calendar/2027',
      act: async (page) => {
        await page.locator('button[aria-haspopup=dialog]').click()
        await page.locator('dialog[open]').waitFor()
      },
    },
  ]
}

const requestsOf = (subjects: Subjects) =>
  Object.entries(subjects) as [Situation, NonNullable<Subjects[Situation]>][]

/** A request's status page in each situation, as its slip's link opens it. */
export const statusPages = (subjects: Subjects): Shot[] =>
  requestsOf(subjects).map(([situation, { reference, key }]) => ({
    name: `status-${situation}`,
    path: `/s/${reference}/${key}`,
  }))

/** What staff see: lists, and a request in each situation. */
export function staffPages(subjects: Subjects): Shot[] {
  const { open, completed, withdrawn } = subjects
  return [
    { name: 'list', path: '/requests' },
    { name: 'list-empty', path: '/requests?q=13900000000' },
    { name: 'queue-overdue', path: '/requests?view=overdue' },
    { name: 'menu', path: '/requests', act: openMenu },
    {
      name: 'palette',
      path: '/requests',
      act: async (page) => {
        await keysAreHeard(page)
        await page.keyboard.press('Control+k')
        await page.locator('dialog[open]').waitFor()
      },
    },
    {
      name: 'keys-help',
      path: open ? `/requests/${open.reference}` : '/requests',
      act: async (page) => {
        await keysAreHeard(page)
        await page.keyboard.press('?')
        await page.locator('dialog[open]').waitFor()
      },
    },
    { name: 'new', path: '/requests/new' },
    {
      name: 'new-errors',
      path: '/requests/new',
      act: async (page) => {
        await keysAreHeard(page)
        await page.locator('[data-primary]').click()
        await isRefused(page)
      },
    },
    {
      name: 'new-kept',
      path: '/requests/new',
      act: async (page) => {
        await keysAreHeard(page)
        await page.locator('input[name^=keepNumber][value=true]').check()
      },
    },
    {
      name: 'new-agent-not-offered',
      path: '/requests/new',
      act: async (page) => {
        await keysAreHeard(page)
        await page.locator('input[name=cardType][value=esim]').check()
        await page.locator('input[name=channel][value=online]').check()
        await page.locator('select[name=carrier]').selectOption('china-broadnet')
        await page.locator('select[name="applicant.relation"]').selectOption('agent')
        await page.locator('main [role=status].border-bad').waitFor()
      },
    },
    { name: 'account', path: '/account' },
    { name: 'account-codes', path: '/account?set=codes' },
    { name: 'import', path: '/requests/import' },
    { name: 'transfer', path: '/requests/transfer' },
    { name: 'day', path: '/day' },
    { name: 'outbox', path: '/outbox' },
    { name: 'questions', path: '/questions' },
    { name: 'bag', path: '/bags/demo-00001' },
    ...requestsOf(subjects).map(([situation, { reference }]) => ({
      name: `request-${situation}`,
      path: `/requests/${reference}`,
    })),
    ...(open
      ? [
          {
            name: 'request-open-refused',
            path: `/requests/${open.reference}`,
            act: async (page: Page) => {
              await keysAreHeard(page)
              await page.locator('main [data-primary]').click()
              await page.locator('main').getByRole('alert').first().waitFor()
            },
          },
        ]
      : []),
    ...(completed
      ? ['papers', 'notices', 'history'].map((tab) => ({
          name: `request-${tab}`,
          path: `/requests/${completed.reference}`,
          act: chooseTab(tab),
        }))
      : []),
    ...(completed ? [{ name: 'receipt', path: `/requests/${completed.reference}/receipt` }] : []),
    ...(open ? [{ name: 'form', path: `/requests/${open.reference}/form` }] : []),
    ...(open ? [{ name: 'amend', path: `/requests/${open.reference}/amend` }] : []),
    ...(completed ? [{ name: 'request-then', path: `/requests/${completed.reference}/at/3` }] : []),
    ...requestsOf(subjects).map(([situation, { reference }]) => ({
      name: `slip-${situation}`,
      path: `/requests/${reference}/slip`,
    })),
    ...(withdrawn
      ? [
          {
            name: 'failed',
            path: `/requests/${withdrawn.reference}`,
            before: () =>
              void command('tests/browser/rename-in-record', [
                withdrawn.reference,
                'steps',
                'lost',
              ]),
            after: () =>
              void command('tests/browser/rename-in-record', [
                withdrawn.reference,
                'lost',
                'steps',
              ]),
          },
        ]
      : []),
  ]
}

/** What reviewers see otherwise than staff. */
export const reviewerPages = (subjects: Subjects): Shot[] => [
  {
    name: 'list-bulk',
    path: '/requests?state=in_review',
    act: async (page) => {
      for (const box of await page.locator('tbody input[type=checkbox]').all()) await box.check()
    },
  },
  ...(['in_review', 'closing', 'pre_cancelled'] as const).flatMap((situation) => {
    const subject = subjects[situation]
    return subject ? [{ name: `review-${situation}`, path: `/requests/${subject.reference}` }] : []
  }),
]
