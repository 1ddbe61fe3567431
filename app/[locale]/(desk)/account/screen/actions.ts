'use server'
import { verifyPassword } from '@/lib/accounts/own/commands'
import { accountOfSession } from '@/lib/accounts/sessions/queries'
import { lockSession, touchSession, unlockSession } from '@/lib/accounts/sessions/commands'
import { ownSession } from '@/lib/auth/own-session'
import { log } from '@/lib/log'

/** Locks the idle screen, also on the server. */
export const lockScreen = ownSession(async ({ sessionId }) => {
  await lockSession(sessionId, new Date())
  return true
})

/** Unlocks the screen with the account's password. */
export const unlockScreen = ownSession(async ({ id, sessionId }, password: string) => {
  const proved = await verifyPassword({ id, sessionId }, String(password))
  if (proved !== 'right')
    log.warn(
      { event: 'unlock_refused', account: id, why: proved },
      'unlocking a screen was refused',
    )
  if (proved === 'right') await unlockSession(sessionId, new Date())
  return proved
})

/**
 * Reports activity that makes no other request; returns the account while the session is usable.
 */
export const stillHere = ownSession(async ({ sessionId }) => {
  const viewer = await accountOfSession(sessionId, new Date())
  if (viewer) await touchSession(sessionId, new Date())
  return viewer ? viewer.email : ''
})
