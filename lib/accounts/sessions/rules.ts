/** How somebody signed in. */
export const signInKinds = ['password', 'code', 'passkey', 'sso'] as const
export type SignInKind = (typeof signInKinds)[number]

/** Seconds after which everybody signs in anew: a shift. */
export const shiftSeconds = 12 * 60 * 60

/** Minutes that the server waits longer than the screen, which locks by itself. */
export const patienceMinutes = 5

type Session = { startedAt: Date; seenAt: Date; lockedAt: Date | null }

/** Whether a sign-in still counts: not over, not locked, and not left alone for too long. */
export const usable = ({ startedAt, seenAt, lockedAt }: Session, idleMinutes: number, now: Date) =>
  alive({ startedAt }, now) &&
  lockedAt === null &&
  now.getTime() - seenAt.getTime() < (idleMinutes + patienceMinutes) * 60_000

/** Whether a sign-in is not over: locked ones can be opened again. */
export const alive = ({ startedAt }: Pick<Session, 'startedAt'>, now: Date) =>
  now.getTime() - startedAt.getTime() < shiftSeconds * 1000
