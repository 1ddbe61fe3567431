// Anybody can call an action with whatever values they like: what is no form is refused before
// anything is done with it, by the action's own answer and not by an error.
import { readdirSync } from 'node:fs'
import { beforeEach, expect, it, vi } from 'vitest'

const worked = vi.hoisted(() => vi.fn())
const memberships = vi.hoisted(() =>
  ['staff', 'reviewer', 'admin'].map((role) => ({ role, storeId: '1', storeCode: 'demo' })),
)
vi.mock('@/lib/auth/viewer', () => ({ currentViewer: async () => ({ id: '1', memberships }) }))
vi.mock('@/lib/i18n/navigation', () => ({ Link: () => null }))
vi.mock('next/headers', () => ({ headers: async () => new Headers(), cookies: worked }))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'zh-CN' }))
vi.mock('@/lib/rate-limits/commands', () => ({ countAttempt: worked, refundAttempt: worked }))
vi.mock('@/lib/log', () => ({ log: { error: worked, warn: worked } }))
beforeEach(() => worked.mockReset())

type Action = (...given: unknown[]) => Promise<unknown>
/** Those that take plain values, and look at them themselves. */
const plain = ['askPasskey', 'lockScreen', 'unlockScreen', 'stillHere', 'passkeyOptions']

const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('actions.ts'),
)
const wrong = [
  [],
  [null],
  [{}, {}],
  [{}, 'reference=1'],
  [{}, { get: 'x' }],
  [{}, null],
  [{}, ['a']],
  [new FormData(), 1],
]

it.each(files)('the actions of %s take forms alone', async (file) => {
  const actions = (await import(/* @vite-ignore */ `../../app/${file}`)) as Record<string, Action>
  for (const [name, action] of Object.entries(actions)) {
    if (plain.includes(name)) continue
    for (const given of wrong) {
      const answer = await action(...given)
      const says = answer as { status?: string; code?: string; answer?: string } | undefined
      const no = says?.code ?? says?.answer ?? 'nothing'
      const refusals = ['form_malformed', 'nothing', 'typo']
      expect(refusals, `${name} ${JSON.stringify(given)}`).toContain(no)
      expect(worked, name).not.toHaveBeenCalled()
    }
  }
})
