import { describe, expect, it } from 'vitest'
import { csvStream } from '@/app/api/requests/export/csv-stream'

async function* rows(count: number, made: { count: number }) {
  while (made.count < count)
    yield Array.from({ length: Math.min(500, count - made.count) }, () => [
      '申请',
      `=1+${made.count}`,
      made.count++,
    ])
}

describe('an export', () => {
  it('begins with the mark by which Excel knows the characters, and holds no formula', async () => {
    const bytes = new Uint8Array(await csvStream('x.csv', rows(2, { count: 0 })).arrayBuffer())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(new TextDecoder().decode(bytes)).toBe("申请,'=1+0,0\n申请,'=1+1,1\n")
  })

  it('is made as it is taken, whole at the end', async () => {
    const made = { count: 0 }
    const reader = csvStream('x.csv', rows(300_000, made)).body?.getReader()
    await reader?.read()
    expect(made.count).toBeLessThan(5000)
    let length = 0
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
      length += part.value.length
    expect(made.count).toBe(300_000)
    expect(length).toBeGreaterThan(3_000_000)
  })

  it('signals to its reader that it broke off', async () => {
    async function* broken() {
      yield [['one']]
      throw new Error('the database is gone')
    }
    await expect(csvStream('x.csv', broken()).text()).rejects.toThrow()
  })
})
