import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { audit } from '@/lib/db/audit'
import { database, transaction } from '@/lib/db/client'
import { beginningOf } from '@/lib/forms/storable-text'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { firstRecoveryCodes } from '../factors/commands'
import { endOtherSessions, holdsSession, strengthenSession } from '../sessions/commands'
import { relyingParty } from './relying-party'

const patience = 5 * 60_000
type Owner = { id: string; email: string; name: string; sessionId: string }

async function keepChallenge(challenge: string, accountId: string | null, now: Date) {
  await database().passkeyChallenge.deleteMany({ where: { expiresAt: { lt: now } } })
  await database().passkeyChallenge.create({
    data: { challenge, accountId, expiresAt: new Date(now.getTime() + patience) },
  })
}

/** Consumes a challenge: whether it was issued by us, for this account, and has not expired. */
async function spendChallenge(
  challenge: string,
  accountId: string | null,
  now: Date,
): Promise<boolean> {
  const { count } = await database().passkeyChallenge.deleteMany({
    where: { challenge, accountId, expiresAt: { gt: now } },
  })
  return count === 1
}

/** WebAuthn registration options for this account. */
export async function registrationOptions({ id, email, name }: Owner, now: Date) {
  const { id: rpID, name: rpName } = relyingParty()
  const known = await database().passkey.findMany({
    where: { accountId: id },
    select: { id: true },
  })
  const options = await generateRegistrationOptions({
    rpID,
    rpName,
    userID: new TextEncoder().encode(id),
    userName: email,
    userDisplayName: name,
    attestationType: 'none',
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepChallenge(options.challenge, id, now)
  return options
}

/**
 * Stores a new passkey; returns recovery codes when it is the first second factor. Other sessions
 * end.
 */
export async function addPasskey(
  owner: Owner,
  response: RegistrationResponseJSON | null,
  name: string,
  now: Date,
): Promise<Result<string[] | null, Refusal<'passkey_refused'>>> {
  if (!response) return refused({ code: 'passkey_refused' })
  const { id: rpID, origin } = relyingParty()
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) => spendChallenge(challenge, owner.id, now),
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified) return refused({ code: 'passkey_refused' })
  const { credential } = verified.registrationInfo
  return transaction(async (tx) => {
    if (!(await holdsSession(tx, owner))) return refused({ code: 'passkey_refused' as const })
    if ((await tx.passkey.count({ where: { id: credential.id } })) > 0)
      return refused({ code: 'passkey_refused' as const })
    await tx.passkey.create({
      data: {
        id: credential.id,
        accountId: owner.id,
        publicKey: new Uint8Array(credential.publicKey),
        counter: BigInt(credential.counter),
        transports: credential.transports ?? [],
        name: beginningOf(name, 60),
        addedAt: now,
      },
    })
    await endOtherSessions(owner.id, owner.sessionId, tx)
    await strengthenSession(owner.sessionId, tx)
    await audit(
      tx,
      {
        by: owner.id,
        what: 'account.passkey',
        subject: owner.email,
        before: null,
        after: { name },
      },
      now,
    )
    return done(await firstRecoveryCodes(tx, owner.id))
  })
}

/** Removes a passkey from its account. */
export const dropPasskey = ({ id, email }: Owner, passkey: string, now: Date) =>
  transaction(async (tx) => {
    const found = await tx.passkey.findFirst({ where: { id: passkey, accountId: id } })
    if (!found) return
    await tx.passkey.delete({ where: { id: passkey } })
    const remaining = await tx.account.findUniqueOrThrow({
      where: { id },
      select: { totp: true, passkeys: { select: { id: true } } },
    })
    if (!remaining.totp && remaining.passkeys.length === 0)
      await tx.recoveryCode.deleteMany({ where: { accountId: id } })
    await audit(
      tx,
      {
        by: id,
        what: 'account.passkey',
        subject: email,
        before: { name: found.name },
        after: null,
      },
      now,
    )
  })

/** WebAuthn authentication options for any passkey of the desk. */
export async function authenticationOptions(now: Date) {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    userVerification: 'required',
  })
  await keepChallenge(options.challenge, null, now)
  return options
}

/**
 * The account whose passkey signed this; null if the passkey is unknown, the challenge expired or
 * the account is disabled.
 */
export async function accountOfPasskey(
  response: AuthenticationResponseJSON | null,
  now: Date,
): Promise<string | null> {
  const passkey = await database().passkey.findUnique({
    where: { id: String(response?.id) },
    include: { account: { select: { disabledAt: true } } },
  })
  if (!response || !passkey || passkey.account.disabledAt) return null
  const { id: rpID, origin } = relyingParty()
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => spendChallenge(challenge, null, now),
    expectedOrigin: origin,
    expectedRPID: rpID,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: Number(passkey.counter),
    },
  }).catch(() => null)
  if (!verified?.verified) return null
  await database().passkey.update({
    where: { id: passkey.id },
    data: { counter: BigInt(verified.authenticationInfo.newCounter), usedAt: now },
  })
  return passkey.accountId
}
