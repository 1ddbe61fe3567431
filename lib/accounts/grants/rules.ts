import { type Role, guardedRoles } from '@/lib/auth/policy'

/** What waits for a second administrator: a role, a key, or an account's return after a reset. */
export const grantKinds = ['role', 'key', 'return'] as const
export type GrantKind = (typeof grantKinds)[number]

/** Whether a key is only made by two: it decides requests, or sees whole numbers. */
export const isGuardedKey = ({ role, fullNumber }: { role: Role; fullNumber: boolean }) =>
  fullNumber || guardedRoles.includes(role)

/** Why somebody may not answer a request for access; null when they may. */
export function refusedAnswer(
  by: string,
  grant: { askedBy: string; accountId: string; decided: boolean },
): 'decided_already' | 'own_request' | 'own_account' | null {
  if (grant.decided) return 'decided_already'
  if (by === grant.askedBy) return 'own_request'
  return by === grant.accountId ? 'own_account' : null
}
