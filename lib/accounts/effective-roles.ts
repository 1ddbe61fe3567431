import { type MembershipOf, type Role, guardedRoles } from '@/lib/domain/permissions'

/**
 * Why an account's roles are suspended: its password was set by somebody else, a second
 * administrator has not confirmed the person yet, or a second factor is missing.
 */
export type SuspendedReason = 'password' | 'word' | 'factor' | null

type Standing = {
  passwordTemporary: boolean
  awaitsWord: boolean
  strong: boolean
  rolesWithFactor: readonly Role[]
}

/**
 * The roles in effect for this session. Roles that require a second factor or a self-chosen
 * password are suspended until it exists, so that no caller has to check for it.
 */
export function effectiveRoles(
  memberships: readonly MembershipOf[],
  { passwordTemporary, awaitsWord, strong, rolesWithFactor }: Standing,
): { memberships: MembershipOf[]; suspendedReason: SuspendedReason } {
  if (passwordTemporary) return { memberships: [], suspendedReason: 'password' }
  const known = memberships.filter(({ role }) => !awaitsWord || !guardedRoles.includes(role))
  const counting = known.filter(({ role }) => strong || !rolesWithFactor.includes(role))
  const suspendedReason = counting.length < known.length ? 'factor' : null
  return {
    memberships: counting,
    suspendedReason: known.length < memberships.length ? 'word' : suspendedReason,
  }
}
