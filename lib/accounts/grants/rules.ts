import { type Role, guardedRoles } from '@/lib/domain/permissions'

/** What waits for a second administrator: a role, a key, or an account's return after a reset. */
export const grantKinds = ['role', 'key', 'return'] as const
export type GrantKind = (typeof grantKinds)[number]

/** Whether a key is only made by two: it decides requests, or sees whole numbers. */
export const isGuardedKey = ({ role, fullNumber }: { role: Role; fullNumber: boolean }) =>
  fullNumber || guardedRoles.includes(role)

/** Why a request for access is not answered by this person now. */
export type RefusedAnswer = 'decided_already' | 'own_request' | 'own_account'

/** Why somebody may not answer a request for access; null when they may. */
export function refusedAnswer(
  by: string,
  grant: { askedBy: string; accountId: string; decided: boolean },
): RefusedAnswer | null {
  if (grant.decided) return 'decided_already'
  if (by === grant.askedBy) return 'own_request'
  return by === grant.accountId ? 'own_account' : null
}

/** Why a person's access cannot be approved by this administrator yet. */
export type RefusedOwner = 'password_given' | 'password_not_own'

/**
 * Why the owner of an account cannot be confirmed by this administrator; null when they can.
 * Whoever gave the password may know it, and one that its owner has yet to choose is known to
 * whoever gave it.
 */
export function refusedOwner(
  by: string,
  account: { passwordGivenBy: string | null; passwordChosenIn: string | null },
): RefusedOwner | null {
  if (account.passwordGivenBy === by) return 'password_given'
  return account.passwordChosenIn === null ? 'password_not_own' : null
}
