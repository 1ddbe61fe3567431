/** Ways to sign in. */
export const signInKinds = ['password', 'code', 'passkey', 'sso'] as const
export type SignInKind = (typeof signInKinds)[number]

/** Maximum session lifetime in seconds: a shift. */
export const shiftSeconds = 12 * 60 * 60

/** Grace period of the server in minutes, since the screen locks by itself. */
export const patienceMinutes = 5

type Session = { startedAt: Date; seenAt: Date; lockedAt: Date | null }

/** Whether a session is usable: not expired, not locked, not idle for too long. */
export const usable = ({ startedAt, seenAt, lockedAt }: Session, idleMinutes: number, now: Date) =>
  alive({ startedAt }, now) &&
  lockedAt === null &&
  now.getTime() - seenAt.getTime() < (idleMinutes + patienceMinutes) * 60_000

/** Whether a session has not expired; a locked one can be unlocked. */
export const alive = ({ startedAt }: Pick<Session, 'startedAt'>, now: Date) =>
  now.getTime() - startedAt.getTime() < shiftSeconds * 1000
