import { type MembershipOf, type Role, guardedRoles } from '@/lib/domain/permissions'

/**
 * Why roles of an account do not count for now: its password was given by somebody else, a second
 * administrator has yet to make sure of the person, or a second factor is missing.
 */
export type SuspendedReason = 'password' | 'word' | 'factor' | null

type Standing = {
  passwordTemporary: boolean
  awaitsWord: boolean
  strong: boolean
  rolesWithFactor: readonly Role[]
}

/**
 * The roles that count in this session. What needs a second factor, or a password of one's own,
 * sleeps until it is there: no door has to ask for it by itself.
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
