import { type Transaction, database } from '@/lib/db/client'
import type { Role } from '@/lib/domain/permissions'
import { shiftSeconds } from '../sessions/rules'

// What somebody is told before they shut a person out. The pages show it, and the writers compare
// it with what was confirmed.

type Reader = Pick<Transaction, 'session' | 'membership'>

/** On how many devices an account is signed in: what disabling or signing out ends. */
export async function consequenceOfSigningOut(
  accountId: string,
  now: Date,
  tx: Pick<Reader, 'session'> = database(),
): Promise<{ devices: number }> {
  const begun = { gt: new Date(now.getTime() - shiftSeconds * 1000) }
  return { devices: await tx.session.count({ where: { accountId, startedAt: begun } }) }
}

/** What taking a role ends. */
export type RoleConsequence = {
  role: Role
  storeCode: string | null
  /** How many other people who can sign in keep the same role there. */
  others: number
}

/** The roles of an account by their id, with what taking each of them ends. */
export async function consequencesOfTaking(
  accountId: string,
  tx: Pick<Reader, 'membership'> = database(),
): Promise<Map<string, RoleConsequence>> {
  const rows = await tx.membership.findMany({
    where: { accountId },
    include: { store: { select: { code: true } } },
  })
  const counted = rows.map(async ({ id, role, storeId, store }) => {
    const keepers = { accountId: { not: accountId }, account: { disabledAt: null, kind: 'person' } }
    const others = await tx.membership.count({ where: { role, storeId, ...keepers } })
    return [id, { role: role as Role, storeCode: store?.code ?? null, others }] as const
  })
  return new Map(await Promise.all(counted))
}
