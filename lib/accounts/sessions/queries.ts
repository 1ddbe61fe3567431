import { database } from '@/lib/db/client'
import { type Asleep, awake } from '../awake'
import { type AccountOf, membershipsOf } from '../queries'
import { security } from '../security/queries'
import { type SignInKind, alive, usable } from './rules'

/** Who is signed in by a session, with the roles that count at this moment. */
export type SignedIn = AccountOf & { sessionId: string; seenAt: Date; strong: boolean; asleep: Asleep; idleMinutes: number }

const found = (id: string) => database().session.findUnique({ where: { id }, include: { account: { include: { memberships: { include: { store: true } } } } } })

/** The account of a session that counts; null when it was ended, is locked or over, or its account disabled. */
export async function accountOfSession(id: string, now: Date): Promise<SignedIn | null> {
  const [session, { rolesWithFactor, idleMinutes }] = await Promise.all([found(id), security()])
  if (!session || session.account.disabledAt || !usable(session, idleMinutes, now)) return null
  const { account, strong, seenAt } = session
  return { id: account.id, name: account.name, email: account.email, sessionId: id, seenAt, strong, idleMinutes, ...awake(membershipsOf(account), { passwordTemporary: account.passwordTemporary, strong, rolesWithFactor }) }
}

/** The account of a session that is locked or left alone, for opening it again; null for one that is over. */
export async function accountOfLocked(id: string, now: Date): Promise<{ id: string; email: string } | null> {
  const session = await found(id)
  return session && !session.account.disabledAt && alive(session, now) ? { id: session.account.id, email: session.account.email } : null
}

export type SessionRow = { id: string; how: SignInKind; startedAt: Date; seenAt: Date; locked: boolean; browser: string; address: string }

/** Where an account is signed in, the latest first. */
export async function sessionsOf(accountId: string, now: Date): Promise<SessionRow[]> {
  const rows = await database().session.findMany({ where: { accountId }, orderBy: { seenAt: 'desc' }, take: 50 })
  return rows.filter((row) => alive(row, now)).map(({ id, how, startedAt, seenAt, lockedAt, browser, address }) => ({ id, how: how as SignInKind, startedAt, seenAt, locked: lockedAt !== null, browser, address }))
}
