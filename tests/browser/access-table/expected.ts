import type { AccessRule } from '@/lib/auth/access-table/access-rule'
import { type Permission, permissions } from '@/lib/domain/permissions'
import { peopleAtTheDoors } from './people'

/**
 * Who knocks: nobody; an account by its roles; a customer with a pass to store a's request; a
 * program with store a's key.
 */
export const knockers = [
  'nobody',
  'staff',
  'reviewer',
  'assigned',
  'admin',
  'phone',
  'slip',
  'key',
] as const
export type Knocker = (typeof knockers)[number]

/** Whose thing it is about: of each store, or of none that there is. */
export const places = ['doors-a', 'doors-b', 'doors-c', 'nothing'] as const
export type Place = (typeof places)[number]

/** Whether the table of doors lets this one in. */
export function lets(door: AccessRule, who: Knocker, place: Place): boolean {
  const [asks, what] = door
  if (asks === 'everybody') return true
  if (asks === 'pass')
    return place === 'doors-a' && (who === 'slip' || (who === 'phone' && what === 'phone'))
  if (asks === 'key') return who === 'key' && (what === undefined || place === 'doors-a')
  const roles = peopleAtTheDoors[who]
  if (!roles) return false
  if (asks === 'own_session') return true
  const allowed = permissions[asks as Permission] as readonly string[]
  if (asks === 'account.use') return true
  // The role that allows it is the one that one has there: staff here who are reviewers there amend
  // nothing there.
  return roles.some(
    ({ role, store }) => allowed.includes(role) && (what === undefined || store === place),
  )
}

/** Whether a door is about a thing, so that it is tried with everybody's. */
export const isAboutAThing = ([asks, what]: AccessRule) => asks === 'pass' || what !== undefined

/**
 * Which cells are tried: each role and none at each door; those who differ from them by their
 * things alone, where a door is about things; the third store, foreign to who is known at both
 * others.
 */
export const isTried = (door: AccessRule, who: Knocker, place: Place) =>
  isAboutAThing(door)
    ? place !== 'doors-c' || who === 'assigned'
    : !['assigned', 'phone', 'slip'].includes(who)
