import { describe, expect, it, vi } from 'vitest'

import { readdirSync } from 'node:fs'
vi.mock('@/lib/i18n/navigation', () => ({ Link: () => null }))

const files = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('actions.ts'),
)

describe('server actions', () => {
  it.each(files)('all exports of %s carry the guard mark', async (file) => {
    const actions = (await import(/* @vite-ignore */ `../../app/${file}`)) as Record<
      string,
      unknown
    >
    expect(Object.keys(actions).length).toBeGreaterThan(0)
    for (const [name, action] of Object.entries(actions))
      expect((action as Record<symbol, unknown>)[Symbol.for('desk.guarded')], name).toBeTruthy()
  })

  it('are found', () => expect(files.length).toBeGreaterThanOrEqual(4))
})
