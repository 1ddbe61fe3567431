import { audit } from '@/lib/db/audit'
import { type Transaction, database, transaction } from '@/lib/db/client'
import { keyService } from '@/lib/db/key-service'
import { type KeyedHash, secretHash } from '@/lib/db/keyed-hash'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { endOtherSessions, holdsSession, strengthenSession } from '../sessions/commands'
import { suspendUntilConfirmed } from '../commands'
import { newRecoveryCodes, readRecoveryCode } from './recovery'
import { removeFactors } from './removal/commands'
import { totpStep } from './totp'

const placeOf = (accountId: string) => `totp|${accountId}`
const hashOf = (hash: KeyedHash, code: string) => new Uint8Array(hash('recovery code', code))

/** Whether this is a valid one-time or recovery code of the account; each works once. */
export async function takeSecondFactor(
  accountId: string,
  typed: string,
  now: Date,
): Promise<boolean> {
  const { totp } = await database().account.findUniqueOrThrow({
    where: { id: accountId },
    select: { totp: true },
  })
  const step =
    totp && totpStep(keyService().unwrap(placeOf(accountId), totp).toString(), typed, now)
  if (step) {
    const { count } = await database().account.updateMany({
      where: { id: accountId, OR: [{ totpStep: null }, { totpStep: { lt: step } }] },
      data: { totpStep: step },
    })
    return count === 1
  }
  const code = readRecoveryCode(typed)
  if (!code) return false
  const { count } = await database().recoveryCode.updateMany({
    where: { accountId, hash: hashOf(await secretHash(), code), usedAt: null },
    data: { usedAt: now },
  })
  return count === 1
}

type Owner = { id: string; email: string; sessionId: string }

/**
 * Enables TOTP with this secret after a correct code was typed; returns the recovery codes, which
 * are shown once.
 */
export async function enableTotp(
  owner: Owner,
  secret: string,
  typed: string,
  now: Date,
): Promise<Result<string[], Refusal<'next_code'>>> {
  const step = /^[A-Z2-7]{32}$/.test(secret) ? totpStep(secret, typed, now) : null
  if (!step) return refused({ code: 'next_code' })
  const totp = new Uint8Array(keyService().wrap(placeOf(owner.id), Buffer.from(secret)))
  return transaction(async (tx) => {
    if (!(await holdsSession(tx, owner))) return refused({ code: 'next_code' as const })
    await tx.account.update({ where: { id: owner.id }, data: { totp, totpStep: step } })
    await endOtherSessions(owner.id, owner.sessionId, tx)
    await strengthenSession(owner.sessionId, tx)
    const codes = await freshCodes(tx, owner.id)
    await audit(
      tx,
      {
        by: owner.id,
        what: 'account.factor',
        subject: owner.email,
        before: null,
        after: { codes: true },
      },
      now,
    )
    return done(codes)
  })
}

/** Issues new recovery codes; the old ones become invalid. */
export const renewRecoveryCodes = ({ id, email }: Owner, now: Date) =>
  transaction(async (tx) => {
    const codes = await freshCodes(tx, id)
    // Last, because writing to the audit locks its chain until the transaction ends.
    await audit(
      tx,
      {
        by: id,
        what: 'account.factor',
        subject: email,
        before: null,
        after: { recovery: 'renewed' },
      },
      now,
    )
    return codes
  })

/** Disables TOTP. */
export const disableTotp = ({ id, email }: Owner, now: Date) =>
  transaction(async (tx) => {
    await tx.account.update({ where: { id }, data: { totp: null, totpStep: null } })
    if ((await tx.passkey.count({ where: { accountId: id } })) === 0)
      await tx.recoveryCode.deleteMany({ where: { accountId: id } })
    await audit(
      tx,
      {
        by: id,
        what: 'account.factor',
        subject: email,
        before: { codes: true },
        after: { codes: false },
      },
      now,
    )
  })

/**
 * Removes all second factors of an account whose owner has lost them, and ends its sessions. Done
 * by an administrator.
 */
export const resetFactors = (
  by: string,
  id: string,
  now: Date,
): Promise<Result<{ id: string }, Refusal<'not_found' | 'own_account'>>> =>
  transaction(async (tx) => {
    if (by === id) return refused({ code: 'own_account' as const })
    const account = await tx.account.findFirst({ where: { id, kind: 'person' } })
    if (!account) return refused({ code: 'not_found' as const })
    await removeFactors(tx, id)
    await endOtherSessions(id, null, tx)
    await suspendUntilConfirmed(tx, by, id, now)
    await audit(
      tx,
      { by, what: 'account.factor', subject: account.email, before: null, after: { reset: true } },
      now,
    )
    return done({ id })
  })

async function freshCodes(tx: Transaction, accountId: string): Promise<string[]> {
  const codes = newRecoveryCodes()
  await tx.recoveryCode.deleteMany({ where: { accountId } })
  const hash = await secretHash(tx)
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ accountId, hash: hashOf(hash, code) })),
  })
  return codes
}

/** Recovery codes for an account with its first passkey; null when it already has some. */
export const firstRecoveryCodes = async (
  tx: Transaction,
  accountId: string,
): Promise<string[] | null> =>
  (await tx.recoveryCode.count({ where: { accountId, usedAt: null } })) === 0
    ? freshCodes(tx, accountId)
    : null
