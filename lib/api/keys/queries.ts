import { type AccountOf, accountById } from '@/lib/accounts/queries'
import { database } from '@/lib/db/client'
import { hashOfKey } from './key-text'

export type Caller = AccountOf & { fullNumber: boolean; perMinute: number; lastUsedAt: Date | null }

/** Who calls with this key, with the roles of this moment; null for an unknown, expired, revoked or disabled one. */
export const callerByKey = async (text: string, now: Date) => callerOf(await database().apiKey.findUnique({ where: { hash: hashOfKey(text) } }), now)

/** The same for a key by its account: whether it is still good, and what it sees. */
export const callerOfAccount = async (accountId: string, now: Date) => callerOf(await database().apiKey.findUnique({ where: { accountId } }), now)

type Key = { accountId: string; fullNumber: boolean; perMinute: number; expiresAt: Date | null; revokedAt: Date | null; lastUsedAt: Date | null }

async function callerOf(key: Key | null, now: Date): Promise<Caller | null> {
  if (!key || key.revokedAt || (key.expiresAt && key.expiresAt <= now)) return null
  const account = await accountById(key.accountId)
  return account && { ...account, fullNumber: key.fullNumber, perMinute: key.perMinute, lastUsedAt: key.lastUsedAt }
}

export type KeyRow = { id: string; name: string; beginning: string; roles: string[]; fullNumber: boolean; perMinute: number; createdAt: Date; expiresAt: Date | null; revokedAt: Date | null; lastUsedAt: Date | null }

/** All keys, the newest first, for administrators. */
export async function apiKeys(): Promise<KeyRow[]> {
  const rows = await database().apiKey.findMany({ orderBy: { createdAt: 'desc' }, take: 200, include: { account: { include: { memberships: { include: { store: true } } } } } })
  return rows.map(({ accountId, account, hash: _, createdBy: _by, ...key }) => ({ ...key, id: accountId, name: account.name, roles: account.memberships.map(({ role, store }) => (store ? `${role} ${store.code}` : role)) }))
}
