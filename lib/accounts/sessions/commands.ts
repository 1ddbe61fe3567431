import { type Transaction, database } from '@/lib/db/client'
import { type SignInKind, shiftSeconds } from './rules'

/** Where a sign-in comes from, as its browser says it. */
export type From = { browser: string; address: string }
type Client = Pick<Transaction, 'session'>

/** Begins a session; those of everybody that are long over are cleared away. */
export async function beginSession(
  accountId: string,
  how: SignInKind,
  strong: boolean,
  { browser, address }: From,
  now: Date,
): Promise<string> {
  await database().session.deleteMany({
    where: { startedAt: { lt: new Date(now.getTime() - shiftSeconds * 1000) } },
  })
  const { id } = await database().session.create({
    data: {
      accountId,
      how,
      strong,
      startedAt: now,
      seenAt: now,
      browser: browser.slice(0, 200),
      address: address.slice(0, 64),
    },
  })
  return id
}

/** Notes that a hand is on it still. */
export const touchSession = (id: string, now: Date) =>
  database().session.updateMany({ where: { id, seenAt: { lt: now } }, data: { seenAt: now } })

/** Locks a screen that was left alone, in all processes. */
export const lockSession = (id: string, now: Date) =>
  database().session.updateMany({ where: { id, lockedAt: null }, data: { lockedAt: now } })

/** Opens a locked screen again. */
export const unlockSession = (id: string, now: Date) =>
  database().session.updateMany({ where: { id }, data: { lockedAt: null, seenAt: now } })

/** Ends a session of this account. */
export const endSession = (accountId: string, id: string) =>
  database().session.deleteMany({ where: { id, accountId } })

/** Ends all sessions of an account but one, if any. */
export const endOtherSessions = (accountId: string, but: string | null, tx: Client = database()) =>
  tx.session.deleteMany({ where: { accountId, ...(but && { id: { not: but } }) } })

/** More than a password stands behind this session from now on. */
export const strengthenSession = (id: string, tx: Client = database()) =>
  tx.session.updateMany({ where: { id }, data: { strong: true } })

/**
 * Whether this session still stands, with its account locked until the transaction ends: what lets
 * one in is not changed by a session that was ended meanwhile.
 */
export async function holdsSession(
  tx: Transaction,
  { id, sessionId }: { id: string; sessionId: string },
): Promise<boolean> {
  await tx.$queryRaw`select id from account where id = ${id}::uuid for update`
  return (await tx.session.count({ where: { id: sessionId, accountId: id } })) > 0
}
