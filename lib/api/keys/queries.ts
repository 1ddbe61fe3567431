import { type AccountOf, membershipsWithin } from '@/lib/accounts/queries'
import { Prisma, database } from '@/lib/db/client'
import { direct } from '@/lib/db/direct'
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
export const callerByKey = (text: string, now: Date) =>
  callerOf(Prisma.sql`k.hash = ${hashOfKey(text)}`, now)

/** The same for a key by its account: whether it is still good, and what it sees. */
export const callerOfAccount = (accountId: string, now: Date) =>
  callerOf(Prisma.sql`k.account_id = ${accountId}::uuid`, now)

async function callerOf(which: Prisma.Sql, now: Date): Promise<Caller | null> {
  const [caller] = await direct.$queryRaw<Caller[]>`
    select a.id, a.name, a.email, ${membershipsWithin} as memberships, k.full_number as "fullNumber", k.reason, k.per_minute as "perMinute", k.last_used_at as "lastUsedAt"
    from api_key k join account a on a.id = k.account_id
    where ${which} and not k.waiting and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${now}) and a.disabled_at is null`
  return caller ?? null
}

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
}

/** All keys, the newest first, for administrators. */
export async function apiKeys(): Promise<KeyRow[]> {
  const rows = await database().apiKey.findMany({
    orderBy: { createdAt: 'desc' },
    take: 200,
    include: { account: { include: { memberships: { include: { store: true } } } } },
  })
  return rows.map(({ accountId, account, hash: _, createdBy: _by, ...key }) => ({
    ...key,
    id: accountId,
    name: account.name,
    roles: account.memberships.map(({ role, store }) => (store ? `${role} ${store.code}` : role)),
  }))
}
