import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { database } from '@/lib/db/client'

/**
 * Unique over all requests: what keeps one number from having two live ones, numbers that are told
 * to people, and a caller's keys.
 */
const acrossRequests = [
  'idempotent_call_pkey',
  'one_live_request_per_number',
  'request_receipt_number_key',
  'request_reference_key',
  'question_number_key',
]
/** Rows of one request under an id of their own: the request's would stand before it. */
const underOwnId = [
  'document_page_pkey',
  'notice_pkey',
  'question_pkey',
  'upload_pkey',
  'webhook_delivery_pkey',
]

it('every unique index on request data contains the request, or docs/scale.md names it', async () => {
  const indexes = await database().$queryRaw<{ name: string; table: string; columns: string[] }[]>`
    select i.relname as name, t.relname as table, array(
      select a.attname::text from pg_attribute a where a.attrelid = i.oid order by a.attnum
    ) as columns
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    join pg_namespace n on n.oid = t.relnamespace
    where x.indisunique and n.nspname = 'public'
      and (t.relname = 'request' or exists (select from pg_attribute a where a.attrelid = t.oid
      and a.attname = 'request_id' and not a.attisdropped))`
  expect(indexes.length).toBeGreaterThan(8)
  const bare = indexes
    .filter(({ table, columns }) => !columns.includes(table === 'request' ? 'id' : 'request_id'))
    .map(({ name }) => name)
  expect(bare.sort()).toEqual([...acrossRequests, ...underOwnId].sort())
  const told = readFileSync('docs/scale.md', 'utf8')
  for (const name of bare) expect(told).toContain(name)
})
