import { type RawBuilder, sql } from 'kysely'
import { type AccountOf, membershipsWithin } from '@/lib/accounts/queries'
import { database } from '@/lib/db/client'
import { compiledStatement } from '@/lib/db/compiled-statement'
import type { SqlDatabase } from '@/lib/db/sql'
import type { Look } from '@/lib/cancellation/rules/looks'
import { hashOfKey } from './key-text'

export type Caller = AccountOf & {
  fullNumber: boolean
  reason: Look['reason'] | null
  perMinute: number
  lastUsedAt: Date | null
}

/**
 * Who calls with this key, with the roles of this moment; null for an unknown, waiting, expired,
 * revoked or disabled one.
 */
export const callerByKey = async (text: string, now: Date): Promise<Caller | null> =>
  (await byHash({ hash: hashOfKey(text), now }))[0] ?? null

/** The same for a key by its account: whether it is still good, and what it sees. */
export const callerOfAccount = async (accountId: string, now: Date): Promise<Caller | null> =>
  (await byAccount({ accountId, now }))[0] ?? null

const callers = (builder: SqlDatabase, now: RawBuilder<Date>) =>
  builder
    .selectFrom('api_key as k')
    .innerJoin('account as a', 'a.id', 'k.account_id')
    .select(['a.id', 'a.name', 'a.email', membershipsWithin.as('memberships')])
    .select(['k.full_number as fullNumber', 'k.per_minute as perMinute'])
    .select(sql<Look['reason'] | null>`k.reason`.as('reason'))
    .select('k.last_used_at as lastUsedAt')
    .where('k.waiting', '=', false)
    .where('k.revoked_at', 'is', null)
    .where((where) =>
      where.or([where('k.expires_at', 'is', null), where('k.expires_at', '>', now)]),
    )
    .where('a.disabled_at', 'is', null)

const byHash = compiledStatement<{ hash: Uint8Array<ArrayBuffer>; now: Date }>()((builder, value) =>
  callers(builder, value('now')).where('k.hash', '=', value('hash')),
)
const byAccount = compiledStatement<{ accountId: string; now: Date }>()((builder, value) =>
  callers(builder, value('now')).where('k.account_id', '=', value('accountId')),
)

export type KeyRow = {
  id: string
  name: string
  beginning: string
  roles: string[]
  fullNumber: boolean
  reason: string | null
  waiting: boolean
  perMinute: number
  createdAt: Date
  expiresAt: Date | null
  revokedAt: Date | null
  lastUsedAt: Date | null
  lastUsedAddress: string | null
  /** Its subscriptions. */
  webhooks: number
}

/** All keys, the newest first, for administrators. */
export async function apiKeys(): Promise<KeyRow[]> {
  const rows = await database().apiKey.findMany({
    orderBy: { createdAt: 'desc' },
    take: 200,
    include: { account: { include: { memberships: { include: { store: true } } } } },
  })
  const webhooks = await database().webhook.groupBy({
    by: ['accountId'],
    where: { accountId: { in: rows.map(({ accountId }) => accountId) } },
    _count: true,
  })
  return rows.map(({ accountId, account, hash: _, createdBy: _by, ...key }) => ({
    ...key,
    webhooks: webhooks.find((of) => of.accountId === accountId)?._count ?? 0,
    id: accountId,
    name: account.name,
    roles: account.memberships.map(({ role, store }) => (store ? `${role} ${store.code}` : role)),
  }))
}
