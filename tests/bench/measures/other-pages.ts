import type { AccessRule } from '@/lib/auth/access-table/access-rule'
import { pages } from '@/lib/auth/access-table/pages'
import { withClient } from '@/lib/ops/database/roles'
import { signInAt } from '../../browser/access-table/sign-in'
import { benchPassword } from '../database'
import { type Call, callOnce } from '../load'
import type { Served } from '../serve'
import type { StatementLog } from '../statement-log'
import type { Subjects } from '../subjects'
import { statementsOf } from './pages'

export type OtherPage = { path: string; quietest: number; statements: number; scans: number }

/**
 * Measured with the lists, or of nobody here: a customer's by a pass or a number, and what only
 * leads on.
 */
const left = [
  '/',
  '/[...rest]',
  '/account/home',
  '/ask/[number]',
  '/requests',
  '/requests/[reference]',
  '/day',
  '/outbox',
  '/reports',
  '/status',
  '/status/[reference]',
]
const times = 5

/**
 * Every other page of the desk, each asked for a few times by one reader who may see it:
 * milliseconds of the quietest, its statements, and whether one would go through a large table.
 */
export async function measureOtherPages(
  { address }: Served,
  log: StatementLog,
  subjects: Subjects,
  owner: string,
): Promise<OtherPage[]> {
  const values = await valuesIn(owner, subjects)
  const cookies = await Promise.all(
    [subjects.people.all, subjects.people.clerk, 'admin@example.test'].map((email) =>
      signInAt(address, email, benchPassword),
    ),
  )
  const found: OtherPage[] = []
  for (const [path, door] of Object.entries<AccessRule>(pages)) {
    if (left.includes(path)) continue
    const call = await seen(address, filled(path, values), door[0] === 'everybody' ? [''] : cookies)
    if (!call) throw new Error(`nobody sees ${path}`)
    let quietest = Number.POSITIVE_INFINITY
    for (let turn = 0; turn < times; turn += 1) {
      const began = performance.now()
      await callOnce(address, call)
      quietest = Math.min(quietest, performance.now() - began)
    }
    const { statements, scans } = await statementsOf(log, address, call)
    for (const scan of scans) console.log(`      ${path} scans ${scan.slice(0, 400)}`)
    found.push({ path, quietest, statements, scans: scans.length })
  }
  return found
}

/** The call of the first reader who sees a page. */
async function seen(
  address: string,
  path: string,
  cookies: readonly string[],
): Promise<Call | null> {
  for (const cookie of cookies) {
    const call: Call = { path, ...(cookie && { headers: { cookie } }) }
    if ((await callOnce(address, call)).status === 200) return call
  }
  return null
}

/**
 * An address whose parts stand for something: by their names, or by the page's whole place where
 * one name means two things.
 */
const filled = (path: string, values: Record<string, string>) =>
  path
    .replace(/\/\[\[.+\]\]/, '')
    .replace(/\[(\w+)\]/g, (_, name: string) => values[path] ?? values[name] ?? name)

/** What the parts of addresses stand for in this database. */
const valuesIn = (owner: string, { short }: Subjects) =>
  withClient(owner, async (client): Promise<Record<string, string>> => {
    const { rows } = await client.query(`
      select (
          select number from bag
          where store_id = (select id from store where code = 'fill-001') limit 1
        ) as number,
        (select id from guide limit 1) as id,
        (select id from account limit 1) as "/accounts/[id]",
        (select reference from request where state = 'completed' and receipt_number is not null
        order by id desc limit 1) as "/requests/[reference]/receipt",
        (select reference from request where state = 'open'
        and store_id = (select id from store where code = 'fill-001') order by id desc limit 1) as "/requests/[reference]/amend"`)
    return {
      reference: short.reference,
      sequence: '2',
      cardType: 'sim',
      channel: 'in-store',
      '/stores/[code]': 'fill-007',
      '/carriers/[code]': 'china-mobile',
      year: String(new Date().getFullYear()),
      kind: 'completed',
      ...rows[0],
    }
  })
