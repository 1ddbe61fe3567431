import type { Page } from '@playwright/test'
import { at, expect, test } from './counter'

const policyOf = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(at(path), { headers, redirect: 'manual' })
  return {
    policy: answer.headers.get('content-security-policy') ?? '',
    text: await answer.text(),
    headers: answer.headers,
  }
}

/**
 * What a planted script leaves behind, put into the page's text as an attacker's would stand there.
 */
const planted =
  '<script>document.title = "taken"</script><img src=x onerror="document.title=\'taken\'">'

/** Serves the page with scripts planted into it, under the policy that it came with. */
const plantInto = (page: Page) =>
  page.route(
    (url) => /^\/(en\/)?(guide|signin|verify)/.test(url.pathname),
    async (route) => {
      const answer = await route.fetch()
      await route.fulfill({
        response: answer,
        body: (await answer.text()).replace('</main>', `${planted}</main>`),
      })
    },
  )

test('personal pages have a nonce, cached ones hashes, and none allows unsafe scripts', async () => {
  const [one, another] = [await policyOf('/signin'), await policyOf('/signin')]
  const nonce = /'nonce-([^']+)'/.exec(one.policy)?.[1] ?? ''
  expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
  expect(one.text).toContain(`nonce="${nonce}"`)
  expect(another.policy).not.toBe(one.policy)
  const kept = await policyOf('/guide/sim/in-store')
  expect(kept.policy).toMatch(/script-src 'self'( 'sha256-[A-Za-z0-9+/=]{44}'){2};/)
  for (const path of ['/guide', '/find-store', '/find-store/demo', '/privacy'])
    expect((await policyOf(path)).policy).toBe(kept.policy)
  for (const path of [
    '/guide',
    '/signin',
    '/status',
    '/verify',
    '/nowhere',
    '/requests',
    '/api/health',
    '/api/v1/requests',
    '/sitemap.xml',
  ]) {
    const { policy, headers } = await policyOf(path)
    expect(policy, path).toContain("frame-ancestors 'none'")
    expect(/script-src[^;]*'unsafe/.exec(policy), path).toBeNull()
    for (const name of [
      'x-content-type-options',
      'referrer-policy',
      'permissions-policy',
      'x-frame-options',
    ])
      expect(headers.get(name), `${path} ${name}`).toBeTruthy()
  }
})

test('the position may be asked for by the finder of stores, and by no other page', async () => {
  const permissions = async (path: string) =>
    (await policyOf(path)).headers.get('permissions-policy') ?? ''
  for (const path of ['/find-store', '/en/find-store?card=esim'])
    for (const _ of ['made', 'kept'])
      expect(await permissions(path), path).toContain('geolocation=(self)')
  for (const path of ['/', '/guide', '/find-store/demo', '/privacy', '/signin', '/status'])
    expect(await permissions(path), path).toContain('geolocation=()')
})

for (const [kind, path] of [
  ['kept for all', '/guide/sim/in-store'],
  ['made for one', '/verify'],
] as const) {
  test(`a page ${kind} works under its policy, and nothing injected into it runs`, async ({
    page,
  }) => {
    const refused: string[] = []
    page.on(
      'console',
      (message) =>
        void (/Content Security Policy/.test(message.text()) && refused.push(message.text())),
    )
    await plantInto(page)
    await page.goto(at(path), { waitUntil: 'networkidle' })
    // One for the script, one for the handler.
    expect(refused.length).toBe(2)
    await expect(page).not.toHaveTitle('taken')
    await page.unrouteAll()
    await page.goto(at(path))
    if (path === '/verify') {
      await page.getByRole('textbox').first().fill('NOT-A-RECEIPT')
      await page.getByRole('button', { name: '核验' }).first().click()
      await expect(page.getByText(/回执编号/).first()).toBeVisible()
    } else {
      const tick = page.getByRole('checkbox').first()
      await tick.check()
      await page.reload()
      await expect(tick).toBeChecked()
    }
  })
}

test("only the desk's own pages may make changes, by actions or by addresses", async ({
  staff,
}) => {
  for (const origin of ['https://elsewhere.example', 'null']) {
    for (const path of [
      '/requests/new',
      '/ask',
      '/api/requests/bulk',
      '/api/requests/export',
      '/api/uploads',
      '/api/auth/signout',
      '/api/pictures',
    ]) {
      expect(
        (await staff.request.post(at(path), { headers: { origin }, data: {} })).status(),
        `${origin} ${path}`,
      ).toBe(403)
    }
  }
  expect(
    (
      await staff.request.post(at('/api/requests/bulk'), { headers: { origin: at('') }, data: {} })
    ).status(),
  ).toBe(400)
})

test('sign-in never redirects to another site', async ({ browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  for (const target of [
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example',
    'javascript:alert(1)',
  ]) {
    const { csrfToken } = (await (await page.request.get(at('/api/auth/csrf'))).json()) as {
      csrfToken: string
    }
    const answer = await page.request.post(at('/api/auth/signout'), {
      form: { csrfToken, callbackUrl: target, json: 'true' },
      maxRedirects: 0,
    })
    const led =
      ((await answer.json().catch(() => ({}))) as { url?: string }).url ??
      answer.headers().location ??
      ''
    expect(new URL(led, at('/')).origin, target).toBe(new URL(at('/')).origin)
  }
  await context.close()
})
