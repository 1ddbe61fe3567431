import type { MembershipOf, Role } from '@/lib/auth/policy'

/** Why roles of an account do not count for now: its password was given by somebody else, or a second factor is missing. */
export type Asleep = 'password' | 'factor' | null

type Standing = { passwordTemporary: boolean; strong: boolean; rolesWithFactor: readonly Role[] }

/**
 * The roles that count in this session. What needs a second factor, or a password of one's own, sleeps until it is there: no door
 * has to ask for it by itself.
 */
export function awake(memberships: readonly MembershipOf[], { passwordTemporary, strong, rolesWithFactor }: Standing): { memberships: MembershipOf[]; asleep: Asleep } {
  if (passwordTemporary) return { memberships: [], asleep: 'password' }
  const counting = memberships.filter(({ role }) => strong || !rolesWithFactor.includes(role))
  return { memberships: counting, asleep: counting.length < memberships.length ? 'factor' : null }
}
