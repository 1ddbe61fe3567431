import { sqlDatabase } from '@/lib/db/sql'
import type { MembershipOf } from '@/lib/domain/permissions'
import { isSameVisit } from '../rules/further-number'
import { type Identifiers, type Personal, inputOf } from '../rules/particulars'
import type { OpenInput } from '../rules/schemas'
import { type OneRequest, oneRequest } from './one'

/** A request that a further number of its visit takes over from, with the input that it rests on. */
export type VisitRequest = OneRequest & {
  personal: Personal
  identifiers: Identifiers
  input: OpenInput
}

/**
 * The request at hand that a further number takes over from; null where it gives nothing: another
 * store's, another clerk's, another day's, one that ended without cancelling or was erased. The
 * answer does not say which.
 */
export async function requestOfVisit(
  viewer: { id: string; memberships: readonly MembershipOf[] },
  reference: string,
  now: Date,
): Promise<VisitRequest | null> {
  const one = await oneRequest(viewer, reference, now)
  if (!one) return null
  const { record, personal, identifiers, situation } = one
  if (!personal || !identifiers || !isSameVisit(record, situation.actor, situation.today))
    return null
  return { ...one, personal, identifiers, input: inputOf(record, personal, identifiers) }
}

/** Who verified a request's contact last. */
export async function contactVerifiedBy(requestId: string): Promise<string | null> {
  const last = await sqlDatabase()
    .selectFrom('every_event')
    .select('actor_id')
    .where('request_id', '=', requestId)
    .where('type', '=', 'confirm_contact')
    .orderBy('sequence', 'desc')
    .executeTakeFirst()
  return last?.actor_id ?? null
}
