import { type Role, guardedRoles } from '@/lib/domain/permissions'

/** What needs a second administrator: a role, an API key, or readmission after a reset. */
export const grantKinds = ['role', 'key', 'return'] as const
export type GrantKind = (typeof grantKinds)[number]

/** Whether a key needs two administrators: it decides requests or reads full numbers. */
export const isGuardedKey = ({ role, fullNumber }: { role: Role; fullNumber: boolean }) =>
  fullNumber || guardedRoles.includes(role)

/** Why this person cannot answer a grant now. */
export type RefusedAnswer = 'decided_already' | 'own_request' | 'own_account'

/** The reason why somebody may not answer a grant; null when they may. */
export function refusedAnswer(
  by: string,
  grant: { askedBy: string; accountId: string; decided: boolean },
): RefusedAnswer | null {
  if (grant.decided) return 'decided_already'
  if (by === grant.askedBy) return 'own_request'
  return by === grant.accountId ? 'own_account' : null
}

/** Why this administrator cannot approve a person's access yet. */
export type RefusedOwner = 'password_given' | 'password_not_own'

/**
 * Why this administrator cannot confirm the owner of an account; null when they can. Whoever set
 * the password may know it, including one that the owner still has to replace.
 */
export function refusedOwner(
  by: string,
  account: { passwordGivenBy: string | null; passwordChosenIn: string | null },
): RefusedOwner | null {
  if (account.passwordGivenBy === by) return 'password_given'
  return account.passwordChosenIn === null ? 'password_not_own' : null
}
