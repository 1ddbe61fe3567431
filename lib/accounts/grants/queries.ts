import { database } from '@/lib/db/client'
import type { Role } from '@/lib/auth/policy'
import type { GrantKind } from './rules'

/** A request for access that waits for a second administrator. */
export type WaitingGrant = {
  id: string
  kind: GrantKind
  accountId: string
  account: string
  role: Role | null
  storeCode: string | null
  askedBy: string
  askedByName: string
  askedAt: Date
}

/** What waits for a second administrator's word, the oldest first; of one account, where named. */
export async function waitingGrants(accountId?: string): Promise<WaitingGrant[]> {
  const rows = await database().accessGrant.findMany({
    where: { decidedAt: null, ...(accountId && { accountId }) },
    orderBy: { id: 'asc' },
    take: 200,
  })
  const ids = rows.flatMap((row) => [row.accountId, row.askedBy])
  const [people, stores] = await Promise.all([
    database().account.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } }),
    database().store.findMany({
      where: { id: { in: rows.flatMap(({ storeId }) => storeId ?? []) } },
      select: { id: true, code: true },
    }),
  ])
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? ''
  return rows.map(({ id, kind, accountId: whose, role, storeId, askedBy, askedAt }) => ({
    id,
    kind: kind as GrantKind,
    accountId: whose,
    account: nameOf(whose),
    role: role as Role | null,
    storeCode: stores.find((store) => store.id === storeId)?.code ?? null,
    askedBy,
    askedByName: nameOf(askedBy),
    askedAt,
  }))
}
