// What the bench asks for in a filled database: people who may see it, and requests to look at.
import { createAccount } from '@/lib/accounts/commands'
import { createKey } from '@/lib/api/keys/commands'
import { noteStep } from '@/lib/writer'
import { slipSecrets } from '@/lib/cancellation/crypto/slip-secrets'
import { withClient } from '@/lib/ops/database/roles'
import { numberOf, nameOf } from '@/lib/ops/fill/people'
import { opened, staff } from '../factories/requests'
import { benchPassword } from './database'
import { freshNumber } from './fresh-number'
import { clerks } from './measures/clerks'

export type Subject = { id: string; reference: string }
export type Subjects = Awaited<ReturnType<typeof subjectsOf>>

const people = { all: 'bench-all@example.test', clerk: 'bench-clerk@example.test' }

/**
 * Makes the bench's accounts where they are missing: a reviewer of every store, a clerk of one; and
 * requests with ten and two hundred events.
 */
export async function subjectsOf(owner: string) {
  for (const [email, role] of [
    [people.all, 'reviewer'],
    [people.clerk, 'staff'],
  ] as const) {
    const made = await createAccount({
      email,
      name: `Bench ${role}`,
      password: benchPassword,
      role,
      storeCode: 'fill-001',
    })
    if (!made.ok && made.refusal.code !== 'email_taken') throw new Error(made.refusal.code)
  }
  const keys: string[] = []
  for (let count = 0; count < clerks; count += 1) keys.push(await staffKey('fill-001', 'demo'))
  const [short, long] = [await withNotes(2), await withNotes(192)]
  const found = await withClient(owner, async (client) => {
    await client.query(
      `insert into membership (id, account_id, role, store_id)
        select gen_random_uuid(), a.id, 'reviewer', s.id from account a, store s where a.email = $1
        on conflict do nothing`,
      [people.all],
    )
    const rows = async (text: string, values: unknown[] = []) =>
      (await client.query(text, values)).rows as (Subject & { n: number })[]
    const [count] = await rows('select count(*)::int as n from request')
    const page1000 = await rows(
      'select id, reference from request order by id desc offset $1 limit 1',
      [Math.min(50 * 999, Math.floor((count?.n ?? 0) * 0.8))],
    )
    const some = await rows(
      `select id, reference from request
        where store_id = (select id from store where code = 'fill-001') order by id desc limit 60`,
    )
    const [stores] = [await client.query('select array_agg(id::text) as ids from store')]
    return {
      count: count?.n ?? 0,
      page1000: page1000[0]?.id ?? '',
      some,
      stores: stores.rows[0].ids as string[],
    }
  })
  const serial = 24 + Math.floor(found.count / 2)
  return {
    ...found,
    people,
    short,
    long,
    keys,
    key: keys[0] ?? '',
    slip: (await slipSecrets(long.id, 1)).code,
    number: numberOf(serial),
    last4: numberOf(serial).slice(-4),
    name: nameOf(serial),
  }
}

/** A key for staff of these stores that may call as often as it likes. */
export async function staffKey(...storeCodes: string[]): Promise<string> {
  const key = await createKey(
    null,
    { name: 'bench', role: 'staff', storeCodes, fullNumber: false, perMinute: 10_000_000 },
    new Date(),
  )
  if (!key.ok) throw new Error(key.refusal.code)
  return key.value.text
}

/** A request of the demo store, just opened. */
export async function freshRequest(now = new Date()): Promise<Subject> {
  const { id, reference } = await opened({ phoneNumber: freshNumber() }, now)
  return { id, reference }
}

/** A request of the demo store with so many notes of one step. */
async function withNotes(count: number): Promise<Subject> {
  const now = new Date()
  const clerk = await staff()
  const { id, reference } = await freshRequest(now)
  for (let turn = 0; turn < count; turn += 1)
    await noteStep({
      actor: clerk,
      seen: { reference },
      step: 'identity_check',
      input: {
        matchedBy: 'carrier_record',
        applicantChecked: true,
        numberMatched: true,
        readBack: true,
      },
      now,
    })
  return { id, reference }
}
