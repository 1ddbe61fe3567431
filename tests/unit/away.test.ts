import { describe, expect, it } from 'vitest'
import { isDatabaseUnavailable } from '@/lib/db/database-unavailable'
import { clusterSettings } from '@/lib/ops/postgres/settings'

describe('a database that cannot serve now', () => {
  it.each([
    [{ code: 'P2028' }],
    [{ code: 'ECONNREFUSED' }],
    [{ code: '57014' }],
    [{ code: '53100' }],
    [{ code: '55P03' }],
    [{ code: '08006' }],
    [new Error('timeout exceeded when trying to connect')],
    [new Error('Connection terminated unexpectedly')],
    [
      {
        code: 'P2010',
        meta: { driverAdapterError: { cause: { kind: 'postgres', code: '55P03' } } },
      },
    ],
    [{ meta: { driverAdapterError: { cause: { kind: 'DatabaseNotReachable' } } } }],
    [new Error('a page failed', { cause: { code: 'ECONNRESET' } })],
  ])('is told from others: %o', (error) => expect(isDatabaseUnavailable(error)).toBe(true))

  it.each([
    [new Error('a bug')],
    [{ code: 'P2002' }],
    [{ code: 'P2025' }],
    [{ code: '23505' }],
    [{ code: '42P01' }],
    [null],
    ['57014'],
    [undefined],
  ])('is not %o', (error) => expect(isDatabaseUnavailable(error)).toBe(false))
})

it('gives the embedded PostgreSQL an eighth of the memory for its pages, within bounds', () => {
  const gibibyte = 1024 ** 3
  const buffers = (memory: number) =>
    clusterSettings(memory).find((setting) => setting.startsWith('shared_buffers'))
  expect([0.5, 4, 24, 512].map((size) => buffers(size * gibibyte))).toEqual([
    'shared_buffers=128MB',
    'shared_buffers=512MB',
    'shared_buffers=1024MB',
    'shared_buffers=1024MB',
  ])
})
