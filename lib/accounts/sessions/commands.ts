import { type Transaction, database } from '@/lib/db/client'
import { type SignInKind, shiftSeconds } from './rules'

/** The origin of a sign-in, as reported by the browser. */
export type From = { browser: string; address: string }
type Client = Pick<Transaction, 'session'>

/** Starts a session; deletes everybody's long-expired ones. */
export async function beginSession(
  accountId: string,
  how: SignInKind,
  strong: boolean,
  { browser, address }: From,
  now: Date,
  tx: Client = database(),
): Promise<string> {
  await tx.session.deleteMany({
    where: { startedAt: { lt: new Date(now.getTime() - shiftSeconds * 1000) } },
  })
  const { id } = await tx.session.create({
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

/** Records activity in a session. */
export const touchSession = (id: string, now: Date) =>
  database().session.updateMany({ where: { id, seenAt: { lt: now } }, data: { seenAt: now } })

/** Locks an idle session, for all processes. */
export const lockSession = (id: string, now: Date) =>
  database().session.updateMany({ where: { id, lockedAt: null }, data: { lockedAt: now } })

/** Unlocks a session. */
export const unlockSession = (id: string, now: Date) =>
  database().session.updateMany({ where: { id }, data: { lockedAt: null, seenAt: now } })

/** Ends a session of this account. */
export const endSession = (accountId: string, id: string) =>
  database().session.deleteMany({ where: { id, accountId } })

/** Ends all sessions of an account but one, if any. */
export const endOtherSessions = (accountId: string, but: string | null, tx: Client = database()) =>
  tx.session.deleteMany({ where: { accountId, ...(but && { id: { not: but } }) } })

/** Marks the session as authenticated by more than a password. */
export const strengthenSession = (id: string, tx: Client = database()) =>
  tx.session.updateMany({ where: { id }, data: { strong: true } })

/**
 * Whether this session still exists; locks its account until the transaction ends, so that an ended
 * session cannot change credentials.
 */
export async function holdsSession(
  tx: Transaction,
  { id, sessionId }: { id: string; sessionId: string },
): Promise<boolean> {
  await tx.$queryRaw`select id from account where id = ${id}::uuid for update`
  return (await tx.session.count({ where: { id: sessionId, accountId: id } })) > 0
}
