import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { logOptions } from '@/lib/log'
import { plainly } from '@/lib/ops/jobs/task-list'
import { PlainError, faultOf } from '@/lib/plain-error'

const number = '13800138000'
const foreign = [
  Object.assign(new TypeError(`cannot read ${number}`), { meta: { target: number } }),
  Object.assign(new Error(`Key (number)=(${number}) is there already`), {
    code: '23505',
    detail: number,
  }),
  Object.assign(new Error(`550 <${number}>`), { code: number }),
  new SyntaxError(`Unexpected token in ${number}`),
]

/** What the log writes of an error. */
function logged(error: unknown): string {
  const lines: string[] = []
  pino(logOptions, { write: (line: string) => void lines.push(line) }).error(
    { err: error },
    'failed',
  )
  return lines.join()
}

describe('an error of somebody else', () => {
  it('is logged by its type, code and frames, without its words or fields', () => {
    for (const error of foreign) {
      expect(logged(error)).not.toContain(number)
      expect(logged(error)).toContain(error.name)
      expect(faultOf(error)).not.toContain(number)
    }
    expect(faultOf(foreign[1])).toBe('Error 23505')
    expect(
      faultOf(Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } })),
    ).toBe('TypeError ECONNREFUSED')
  })

  it('leaves a job as our own error, which the queue stores and logs', async () => {
    for (const error of foreign) {
      const task = plainly(() => Promise.reject(error))
      const thrown = await Promise.resolve(task({}, {} as never)).catch((caught: Error) => caught)
      expect(`${(thrown as Error).message} ${(thrown as Error).stack}`).not.toContain(number)
    }
  })
})

describe('an error of our own', () => {
  it('keeps its message', () => {
    expect(faultOf(new PlainError('the gateway answered 503'))).toBe('the gateway answered 503')
    expect(logged(new Error('there is no next key'))).toContain('there is no next key')
  })
})
