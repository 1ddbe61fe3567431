// What is answered to many is made once; what is asked for is refused in words, or cut where a
// character ends.
import { describe, expect, it, vi } from 'vitest'
import { openApiDocument } from '@/lib/api/openapi'
import { listRequests } from '@/lib/api/endpoints/requests/list'
import { beginningOf, isStorable } from '@/lib/forms/storable-text'
import { GET as health } from '@/app/api/health/route'
import { GET as description } from '@/app/api/v1/openapi.json/route'

const asked = vi.hoisted(() => ({ database: vi.fn() }))
vi.mock('next/server', () => ({ connection: async () => {} }))
vi.mock('next-intl/server', () => ({ getTranslations: async () => String }))
vi.mock('@/lib/env', () => ({ servingEnv: () => ({ BASE_URL: 'https://desk.test' }) }))
vi.mock('@/lib/api/openapi', () => ({ openApiDocument: vi.fn(() => ({ openapi: '3.1.0' })) }))
vi.mock('@/lib/log', () => ({ log: { error: () => {} } }))
vi.mock('@/lib/db/client', async (original) => ({
  ...(await original<object>()),
  database: () => ({ $queryRaw: asked.database }),
}))

describe('readiness', () => {
  it('shares one query among concurrent callers and never returns stale data', async () => {
    const many = async () => {
      const answers = await Promise.all(Array.from({ length: 50 }, () => health()))
      return new Set(answers.map(({ status }) => status))
    }
    asked.database.mockImplementation(async () => [{ now: Date.now() / 1000 }])
    expect(await many()).toEqual(new Set([200]))
    expect(asked.database).toHaveBeenCalledTimes(1)
    asked.database.mockRejectedValue(new Error('away'))
    expect(await many()).toEqual(new Set([503]))
    expect(asked.database).toHaveBeenCalledTimes(2)
    asked.database.mockImplementation(async () => [{ now: 0 }])
    expect(await (await health()).json()).toEqual({ status: 'clock_wrong' })
    expect(asked.database).toHaveBeenCalledTimes(3)
  })
})

describe('the description of the API', () => {
  it('is created once', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      const answer = await description()
      expect(answer.headers.get('content-type')).toBe('application/json')
      expect(await answer.json()).toEqual({ openapi: '3.1.0' })
    }
    expect(openApiDocument).toHaveBeenCalledTimes(1)
  })
})

describe('a list asked for by when it changed', () => {
  it.each([
    ['0000-01-01T00:00:00Z', false],
    ['0001-01-01T00:00:00+01:00', false],
    ['9999-12-31T23:59:59-01:00', false],
    ['10000-01-01T00:00:00Z', false],
    ['0001-01-01T00:00:00Z', true],
    ['9999-12-31T23:59:59Z', true],
  ])('since %s: %s', (updatedSince, good) => {
    const { success, error } = listRequests.query.safeParse({ updatedSince })
    expect(success).toBe(good)
    if (!good) expect(error?.issues.map(({ message }) => message)).toEqual(['date_malformed'])
  })
})

describe('the beginning of a text', () => {
  it('ends at a character boundary', () => {
    expect(beginningOf('𠮷野家', 1)).toBe('𠮷')
    expect(beginningOf(`${'x'.repeat(99)}𠮷𠮷`, 100)).toBe(`${'x'.repeat(99)}𠮷`)
    expect(isStorable(beginningOf('𠮷'.repeat(300), 101))).toBe(true)
    expect(beginningOf('short', 100)).toBe('short')
  })
})
