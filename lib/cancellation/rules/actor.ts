import { type MembershipOf, visibleStores } from '@/lib/domain/permissions'
import type { RecordedEvent } from './request-record'
import type { JudgedActor } from './situation'
import { type Capacity, type Move, ruleOf } from './workflow'

/** The requests that an actor may access: those of these stores, a single one, or all. */
export type Scope = { stores: readonly string[] } | { only: string } | 'all'

/** Who makes a change: an account with its roles, the customer of one request, or the system. */
export type Actor =
  | { kind: 'account'; id: string; memberships: readonly MembershipOf[] }
  | { kind: 'customer'; requestId: string }
  | { kind: 'system' }

type Account = { id: string; name: string; memberships: readonly MembershipOf[] }

/** The actor for a signed-in account or an API key's account. */
export const accountActor = ({ id, name, memberships }: Account) => ({
  kind: 'account' as const,
  id,
  name,
  memberships,
})

/** The actor as recorded in the history. */
export const actorOf = (by: Actor): RecordedEvent['actor'] => ({
  kind: by.kind,
  id: by.kind === 'account' ? by.id : null,
})

/** The capacities of an account for requests of this store. */
export function capacitiesAt(memberships: readonly MembershipOf[], storeId: string): Capacity[] {
  const here = memberships.filter((membership) => membership.storeId === storeId)
  const found: Capacity[] = []
  if (here.some(({ role }) => role === 'staff')) found.push('staff')
  else if (memberships.some(({ role }) => role === 'staff')) found.push('staff_elsewhere')
  if (here.some(({ role }) => role === 'reviewer')) found.push('reviewer')
  return found
}

/** The actor as the rules judge them: with their capacities at this store. */
export function actorAt(by: Actor, storeId: string): JudgedActor {
  if (by.kind === 'account')
    return { ...actorOf(by), capacities: capacitiesAt(by.memberships, storeId) }
  return { ...actorOf(by), capacities: [by.kind] }
}

/**
 * The requests that an actor may access. Moves made from elsewhere (transfer, displace) also reach
 * other stores.
 */
export function scopeOf(by: Actor, move?: Move): Scope {
  if (by.kind === 'system') return 'all'
  if (by.kind === 'customer') return { only: by.requestId }
  if (
    move &&
    ruleOf(move).who.includes('staff_elsewhere') &&
    by.memberships.some(({ role }) => role === 'staff')
  )
    return 'all'
  return { stores: visibleStores(by.memberships) }
}
