import { readFileSync } from 'node:fs'
import { beforeAll, expect, it } from 'vitest'
import { visibleStores } from '@/lib/domain/permissions'
import { makeMove, noteStep } from '@/lib/writer'
import { historyOf } from '@/lib/cancellation/queries/history'
import { listRequests } from '@/lib/cancellation/queries/list'
import { oneRequest } from '@/lib/cancellation/queries/one'
import { database } from '@/lib/db/client'
import { sendNotice } from '@/lib/notices/outbox/commands'
import { must, opened, reviewer, staff, submitted, tuesday } from '../factories/requests'
import { logStatements, statementsOf } from './statement-log'

beforeAll(logStatements)

/**
 * What leads to a request whose id is not known yet; docs/scale.md says by these words what each
 * would cost.
 */
const leading: Record<string, RegExp> = {
  'by reference': /"?reference"? (=|in)/i,
  'by the hash of its number': /number_hash"? =/,
  'by search word': /\btoken = /,
  'by store': /store_id"? (= any\(|= store\.|in \()/i,
}

async function statementsOnRequests(work: () => Promise<unknown>): Promise<string[]> {
  const said = await statementsOf(work)
  const tables = (
    await database().$queryRaw<{ name: string }[]>`
    select t.relname as name from pg_class t join pg_namespace n on n.oid = t.relnamespace
    where n.nspname = 'public' and t.relkind in ('r', 'p', 'v')
      and (t.relname = 'request' or exists (
        select from pg_attribute a
        where a.attrelid = t.oid and a.attname = 'request_id' and not a.attisdropped))`
  ).map(({ name }) => name)
  const ofRequests = new RegExp(
    `(from|join|into|update) ("public"\\.)?"?(${tables.join('|')})"?[\\s(]`,
    'i',
  )
  return said.filter((text) => ofRequests.test(text))
}

/** Whether a statement names the one request that it is about. */
const carries = (text: string) =>
  /(request_id"?|\b"?(r|request)"?\."?id"?) (= \$|in \(\$)/i.test(text) ||
  /insert into [^(]*\([^)]*"?(request_id|id)"?|^update "request" .* where "id" = \$/i.test(text)
const waysOf = (statements: readonly string[]) =>
  statements
    .filter((text) => !carries(text))
    .map((text) => Object.entries(leading).find(([, way]) => way.test(text))?.[0] ?? text)

it('every statement on a request names its id, once it was found', async () => {
  const by = await staff()
  const { reference, id } = await opened()
  const noted = await statementsOnRequests(async () =>
    must(
      await noteStep({
        actor: by,
        seen: { reference },
        step: 'balance',
        input: { amount: '1.00', route: 'cash' },
        now: tuesday,
      }),
    ),
  )
  expect(noted.length).toBeGreaterThan(3)
  expect(waysOf(noted)).toEqual(['by reference'])

  const waiting = await submitted()
  const moved = await statementsOnRequests(async () =>
    must(
      await makeMove({
        actor: await reviewer(),
        seen: { reference: waiting.reference },
        move: 'approve',
        input: {},
        now: tuesday,
      }),
    ),
  )
  expect(moved.length).toBeGreaterThan(3)
  expect(waysOf(moved)).toEqual(['by reference'])

  expect(waysOf(await statementsOnRequests(() => opened()))).toEqual(['by the hash of its number'])
  expect(waysOf(await statementsOnRequests(() => oneRequest(by, reference, tuesday)))).toEqual([
    'by reference',
  ])
  const history = await statementsOnRequests(() => historyOf(id))
  expect(history.length).toBeGreaterThan(0)
  expect(waysOf(history)).toEqual([])
})

it('looks up cancelled numbers through the two partial indexes, not all requests', async () => {
  const { id } = await opened()
  const [notice] = await database().notice.findMany({ where: { requestId: id, channel: 'text' } })
  const sent = await statementsOnRequests(() =>
    sendNotice(notice?.id ?? '', tuesday, { text: { send: async () => {} } }),
  )
  const [asked = ''] = sent.filter((text) => text.includes('number_hash'))
  const plan = await database().$transaction(async (tx) => {
    await tx.$executeRaw`set local enable_seqscan = off`
    return JSON.stringify(await tx.$queryRawUnsafe(`explain (generic_plan) ${asked}`))
  })
  expect(plan).toMatch(/request_completed_number.*one_live_request_per_number/)
})

it('lists by store and searches by token; docs/scale.md describes each way', async () => {
  const stores = visibleStores((await staff()).memberships)
  expect(new Set(waysOf(await statementsOnRequests(() => listRequests({ stores }))))).toEqual(
    new Set(['by store']),
  )
  expect(
    new Set(waysOf(await statementsOnRequests(() => listRequests({ stores, state: 'open' })))),
  ).toEqual(new Set(['by store']))
  expect(
    new Set(waysOf(await statementsOnRequests(() => listRequests({ stores, q: '5678' })))),
  ).toEqual(new Set(['by search word']))
  const told = readFileSync('docs/scale.md', 'utf8')
  for (const way of Object.keys(leading)) expect(told).toContain(way)
})
