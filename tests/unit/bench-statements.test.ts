import { describe, expect, it } from 'vitest'
import { isControl, statementsIn } from '@/tests/bench/statement'

const written = [
  'desk_app LOG:  statement: begin',
  'desk_jobs LOG:  statement: select 1',
  'desk_app LOG:  execute <unnamed>: select a',
  '\tfrom b where c = $1',
  "desk_app DETAIL:  Parameters: $1 = 'it''s, $2 = ''x''",
  "\tand more', $2 = NULL, $3 = ''",
  'desk_app ERROR:  duplicate key value violates unique constraint "c"',
  'desk_app DETAIL:  Key (c)=(1) already exists.',
  'desk_app STATEMENT:  insert into d values ($1)',
  'desk_app LOG:  execute s1: select 2',
  '',
].join('\n')

describe('the statements of a role in the server’s log', () => {
  it('have their text and values as they were sent, in their order', () => {
    expect(statementsIn(written, 'desk_app')).toEqual([
      { text: 'begin', values: [] },
      {
        text: 'select a\nfrom b where c = $1',
        values: ["it's, $2 = 'x'\nand more", null, ''],
      },
      { text: 'select 2', values: [] },
    ])
  })

  it('count without those that begin or end a transaction, in any case', () => {
    for (const text of ['BEGIN', 'begin', 'start transaction read only', 'COMMIT', 'rollback'])
      expect(isControl({ text, values: [] })).toBe(true)
    expect(isControl({ text: 'select begin_at from a', values: [] })).toBe(false)
  })
})
