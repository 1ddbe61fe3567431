import type { Page } from 'playwright'

export type Shot = { name: string; path: string }

const publicPages: Shot[] = [
  { name: 'guide', path: '/guide' },
  { name: 'guide-sim-in-store', path: '/guide/sim/in-store' },
  { name: 'guide-esim-online', path: '/guide/esim/online' },
  { name: 'status', path: '/status' },
  { name: 'verify', path: '/verify' },
  { name: 'ask', path: '/ask' },
  { name: 'developers', path: '/developers' },
  { name: 'guide-leave', path: '/guide?wish=leave&card=sim&channel=in_store' },
  { name: 'not-found', path: '/nowhere' },
]

/** What administrators alone see. */
export async function adminPagesToShoot(page: Page, address: string): Promise<Shot[]> {
  await page.goto(`${address}/guides`)
  const guide = await page.locator('main li a').first().getAttribute('href')
  const [, account] = [
    await page.goto(`${address}/accounts?q=staff`),
    await page.locator('main li a').first().getAttribute('href'),
  ]
  return [
    ...(guide
      ? [
          { name: 'guide-editor', path: guide },
          { name: 'guide-rehearsal', path: `${guide}/rehearsal` },
        ]
      : []),
    ...(account ? [{ name: 'account-of', path: account }] : []),
    { name: 'carriers', path: '/carriers' },
    { name: 'carrier', path: '/carriers/china-unicom' },
    { name: 'stores', path: '/stores' },
    { name: 'store', path: '/stores/demo' },
    { name: 'store-new', path: '/stores/new' },
    { name: 'accounts', path: '/accounts' },
    { name: 'keys', path: '/keys' },
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
  ]
}

/** The status page of a request, as its slip's code opens it for this browser. */
async function statusOf(page: Page, slip: string): Promise<string> {
  await page.goto(slip)
  const [reference, code] = [
    await page.getByTestId('reference').innerText(),
    await page.getByTestId('slip-code').innerText(),
  ]
  await page.goto(`${new URL(slip).origin}/status`)
  await page.getByLabel('申请编号').fill(reference)
  await page.getByLabel('联系电话后四位，或受理单代码').fill(code)
  await page.getByRole('button', { name: '查询' }).click()
  await page.waitForURL(/\/status\/\w{12}/)
  return new URL(page.url()).pathname
}

/** Every page with something on it: of requests, one in each state that has a page of its own. */
export async function pagesToShoot(page: Page, address: string): Promise<Shot[]> {
  const shots: Shot[] = [
    ...publicPages,
    { name: 'list', path: '/requests' },
    { name: 'new', path: '/requests/new' },
    { name: 'account', path: '/account' },
    { name: 'account-codes', path: '/account?set=codes' },
    { name: 'import', path: '/requests/import' },
    { name: 'transfer', path: '/requests/transfer' },
    { name: 'queue-overdue', path: '/requests?view=overdue' },
    { name: 'day', path: '/day' },
    { name: 'outbox', path: '/outbox' },
    { name: 'questions', path: '/questions' },
    { name: 'bag', path: '/bags/demo-00001' },
  ]
  for (const state of [
    'open',
    'in_review',
    'needs_info',
    'closing',
    'completed',
    'rejected',
  ] as const) {
    await page.goto(`${address}/requests?state=${state}`)
    const found = await page.locator('tbody a').first().getAttribute('href')
    if (!found) continue
    shots.push({ name: `request-${state}`, path: found })
    if (state === 'open')
      shots.push({ name: 'amend', path: `${found}/amend` }, { name: 'form', path: `${found}/form` })
    if (state === 'in_review') shots.push({ name: 'slip', path: `${found}/slip` })
    if (state === 'open' || state === 'needs_info' || state === 'completed')
      shots.push({ name: `status-${state}`, path: await statusOf(page, `${address}${found}/slip`) })
    if (state === 'completed') shots.push({ name: 'request-then', path: `${found}/at/3` })
    if (state === 'completed')
      shots.push(
        { name: 'receipt', path: `${found}/receipt` },
        { name: 'receipt-narrow', path: `${found}/receipt?paper=narrow` },
      )
  }
  return shots
}
