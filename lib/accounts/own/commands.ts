import { audit } from '@/lib/db/audit'
import { database, transaction } from '@/lib/db/client'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { countAttempt, refundAttempt } from '@/lib/rate-limits/commands'
import type { Counted } from '@/lib/rate-limits/limits'
import { hashPassword, passwordFits } from '../password'
import { type PasswordFault, passwordFault } from '../password-rules'
import { endOtherSessions, holdsSession } from '../sessions/commands'

type Owner = { id: string; email: string; name: string; sessionId: string }
type InSession = Pick<Owner, 'id' | 'sessionId'>

/**
 * Re-checks the account's password within an open session. Attempts are counted per session, so
 * that guessing elsewhere does not lock the owner out.
 */
export async function verifyPassword(
  { id, sessionId }: InSession,
  password: string,
): Promise<'right' | 'wrong' | 'too_many'> {
  const tries: Counted[] = [['password_session', sessionId]]
  if (await countAttempt(tries)) return 'too_many'
  const { passwordHash } = await database().account.findUniqueOrThrow({
    where: { id },
    select: { passwordHash: true },
  })
  if (!(await passwordFits(passwordHash, password))) return 'wrong'
  await refundAttempt(tries)
  return 'right'
}

/** Changes one's own password and ends all other sessions. The caller has verified the old one. */
export async function changeOwnPassword(
  owner: Owner,
  password: string,
  now: Date,
): Promise<Result<null, Refusal<PasswordFault | 'password_same' | 'password_wrong'>>> {
  const { totp, passkeys, passwordHash } = await database().account.findUniqueOrThrow({
    where: { id: owner.id },
    select: { totp: true, passwordHash: true, passkeys: { select: { id: true } } },
  })
  const fault = passwordFault(password, owner, totp !== null || passkeys.length > 0)
  if (fault) return refused({ code: fault })
  if (await passwordFits(passwordHash, password)) return refused({ code: 'password_same' })
  const hash = await hashPassword(password)
  return transaction(async (tx) => {
    // Check again inside the transaction: a password set meanwhile must not be overwritten.
    if (!(await holdsSession(tx, owner))) return refused({ code: 'password_wrong' as const })
    const { count } = await tx.account.updateMany({
      where: { id: owner.id, passwordHash },
      data: { passwordHash: hash, passwordTemporary: false, passwordChosenIn: owner.sessionId },
    })
    if (count === 0) return refused({ code: 'password_wrong' as const })
    await endOtherSessions(owner.id, owner.sessionId, tx)
    await audit(
      tx,
      { by: owner.id, what: 'account.password', subject: owner.email, before: null, after: null },
      now,
    )
    return done(null)
  })
}

/** Lets single letters act as keys of the desk, or not (WCAG 2.1.4). */
export async function setSingleKeys(owner: Pick<Owner, 'id'>, on: boolean): Promise<void> {
  await database().account.update({ where: { id: owner.id }, data: { singleKeys: on } })
}
