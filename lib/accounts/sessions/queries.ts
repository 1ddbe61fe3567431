import { database } from '@/lib/db/client'
import { compiledStatement } from '@/lib/db/compiled-statement'
import { type SuspendedReason, effectiveRoles } from '../effective-roles'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import type { MembershipOf } from '@/lib/domain/permissions'
import { type AccountOf, membershipsWithin } from '../queries'
import { security } from '../security/queries'
import { type SignInKind, alive, usable } from './rules'

/** The account signed in by a session, with the roles in effect now. */
export type SignedIn = AccountOf & {
  sessionId: string
  seenAt: Date
  strong: boolean
  suspendedReason: SuspendedReason
  idleMinutes: number
  /** Single letters act as keys of the desk. */
  singleKeys: boolean
}

type Found = {
  startedAt: Date
  seenAt: Date
  lockedAt: Date | null
  strong: boolean
  accountId: string
  name: string
  email: string
  passwordTemporary: boolean
  awaitsWord: boolean
  singleKeys: boolean
  disabledAt: Date | null
  memberships: MembershipOf[]
}

/** A session with its account and roles, in one statement, since every HTTP request needs it. */
const sessionById = compiledStatement<{ id: string }>()((builder, value) =>
  builder
    .selectFrom('session as s')
    .innerJoin('account as a', 'a.id', 's.account_id')
    .select(['s.started_at as startedAt', 's.seen_at as seenAt', 's.locked_at as lockedAt'])
    .select(['s.strong', 'a.id as accountId', 'a.name', 'a.email'])
    .select(['a.password_temporary as passwordTemporary', 'a.awaits_word as awaitsWord'])
    .select('a.single_keys as singleKeys')
    .select(['a.disabled_at as disabledAt', membershipsWithin.as('memberships')])
    .where('a.kind', '=', 'person')
    .where('s.id', '=', value('id')),
)

async function found(id: string): Promise<Found | null> {
  if (!isUuid(id)) return null
  return (await sessionById({ id }))[0] ?? null
}

/**
 * The account of a usable session; null when it was ended, locked or expired, or its account
 * disabled.
 */
export const accountOfSession = (id: string, now: Date) => signedIn(id, now, usable)

/** The same for background work, which a lock of the screen does not end. */
export const accountAtWork = (id: string, now: Date) =>
  signedIn(id, now, (session) => alive(session, now))

async function signedIn(id: string, now: Date, counts: typeof usable): Promise<SignedIn | null> {
  const [session, { rolesWithFactor, idleMinutes }] = await Promise.all([found(id), security()])
  if (!session || session.disabledAt || !counts(session, idleMinutes, now)) return null
  const { accountId, name, email, memberships, passwordTemporary, awaitsWord, strong, seenAt } =
    session
  return {
    id: accountId,
    name,
    email,
    sessionId: id,
    seenAt,
    strong,
    idleMinutes,
    singleKeys: session.singleKeys,
    ...effectiveRoles(memberships, { passwordTemporary, awaitsWord, strong, rolesWithFactor }),
  }
}

/** The account of a locked or idle session, to unlock it; null for an expired one. */
export async function accountOfLocked(
  id: string,
  now: Date,
): Promise<{ id: string; email: string } | null> {
  const session = await found(id)
  return session && !session.disabledAt && alive(session, now)
    ? { id: session.accountId, email: session.email }
    : null
}

export type SessionRow = {
  id: string
  how: SignInKind
  startedAt: Date
  seenAt: Date
  locked: boolean
  browser: string
  address: string
}

/** An account's sessions, newest first. */
export async function sessionsOf(accountId: string, now: Date): Promise<SessionRow[]> {
  const rows = await database().session.findMany({
    where: { accountId },
    orderBy: { seenAt: 'desc' },
    take: 50,
  })
  return rows
    .filter((row) => alive(row, now))
    .map(({ id, how, startedAt, seenAt, lockedAt, browser, address }) => ({
      id,
      how: how as SignInKind,
      startedAt,
      seenAt,
      locked: lockedAt !== null,
      browser,
      address,
    }))
}
