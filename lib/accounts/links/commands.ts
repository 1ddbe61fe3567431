import { v7 as uuidv7 } from 'uuid'
import type { AuditedKind } from '@/lib/audit/kinds'
import { audit } from '@/lib/db/audit'
import { type Transaction, database, transaction } from '@/lib/db/client'
import { guardedRoles } from '@/lib/domain/permissions'
import { log } from '@/lib/log'
import { addressOf } from '@/lib/rate-limits/address'
import { countAttempt, refundAttempt, withRateLimit } from '@/lib/rate-limits/commands'
import type { Counted } from '@/lib/rate-limits/limits'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { suspendUntilConfirmed } from '../commands'
import { foldEmail } from '../email'
import { removeFactors } from '../factors/removal/commands'
import { hashPassword } from '../password'
import { type PasswordFault, passwordFault } from '../password-rules'
import { beginSession, endOtherSessions } from '../sessions/commands'
import {
  type SignedInBy,
  type TriedOn,
  type Unfinished,
  fromOf,
  takeCode,
} from '../sign-in/commands'
import { hashOfLink, newLinkText } from './link-text'
import { type LinkKind, isOpen, linkLifetime } from './rules'

/** A new link: `text` is its secret, which is given this once. */
export type MadeLink = {
  id: string
  text: string
  kind: LinkKind
  expiresAt: Date
  name: string
  email: string
}
type NotMade = Refusal<'not_found' | 'own_account' | 'account_disabled' | 'links_too_often'>

const auditedAs = {
  invitation: 'account.invite',
  password: 'account.link',
} as const satisfies Record<LinkKind, AuditedKind>

/**
 * Makes the link by which an account's person chooses a password: an invitation where they have
 * none of their own yet. It replaces one that is open.
 */
export async function makeLink(
  by: string,
  accountId: string,
  now: Date,
): Promise<Result<MadeLink, NotMade>> {
  if (by === accountId) return refused({ code: 'own_account' })
  const counted: Counted[] = [
    ['link_made_by', by],
    ['link_made_for', accountId],
  ]
  if (await countAttempt(counted)) return refused({ code: 'links_too_often' })
  const made = await transaction((tx) => newLink(tx, by, { id: accountId }, now))
  if (!made.ok) await refundAttempt(counted)
  return made
}

/**
 * The same for an operator, who is at the machine: for the only administrator's lost password. Ends
 * the account's sessions, and removes its second factors where those are lost too.
 */
export const makeLinkAsOperator = (email: string, factorsLost: boolean, now: Date) =>
  transaction(async (tx): Promise<Result<MadeLink, NotMade>> => {
    const made = await newLink(tx, null, { email: foldEmail(email) }, now)
    if (made.ok) await shutOut(tx, await accountOf(tx, made.value.email), factorsLost)
    return made
  })

/** Sets an account's password as an operator; otherwise as `makeLinkAsOperator`. */
export async function setPasswordAsOperator(
  email: string,
  password: string,
  factorsLost: boolean,
  now: Date,
): Promise<Result<{ id: string }, Refusal<'not_found' | 'account_disabled' | PasswordFault>>> {
  const found = await database().account.findFirst({
    where: { email: foldEmail(email), kind: 'person' },
  })
  if (!found) return refused({ code: 'not_found' })
  const fault = passwordFault(password, found, false)
  if (fault) return refused({ code: fault })
  const passwordHash = await hashPassword(password)
  return transaction(async (tx) => {
    const account = await lockedAccount(tx, { id: found.id })
    if (!account) return refused({ code: 'not_found' })
    if (account.disabledAt) return refused({ code: 'account_disabled' })
    const { id } = account
    await withdrawOpen(tx, id, now)
    await tx.account.update({
      where: { id },
      data: { passwordHash, passwordTemporary: false, passwordChosenIn: null },
    })
    await shutOut(tx, id, factorsLost)
    await audit(
      tx,
      { by: null, what: 'account.password', subject: account.email, before: null, after: null },
      now,
    )
    return done({ id })
  })
}

async function shutOut(tx: Transaction, id: string, factorsLost: boolean) {
  await endOtherSessions(id, null, tx)
  if (factorsLost) await removeFactors(tx, id)
}

const accountOf = async (tx: Transaction, email: string) =>
  (await tx.account.findUniqueOrThrow({ where: { email }, select: { id: true } })).id

/** Notes that the mail with a link was taken. */
export const noteMailed = (id: string) =>
  database().accountLink.updateMany({ where: { id }, data: { mailed: true } })

/** Withdraws an account's open link: it opens nothing any more. */
export const withdrawLink = (
  by: string,
  accountId: string,
  now: Date,
): Promise<Result<{ id: string }, Refusal<'not_found' | 'own_account'>>> =>
  transaction(async (tx) => {
    if (by === accountId) return refused({ code: 'own_account' })
    const account = await lockedAccount(tx, { id: accountId })
    if (!account || (await withdrawOpen(tx, accountId, now)) === 0)
      return refused({ code: 'not_found' })
    await audit(
      tx,
      { by, what: 'account.link_withdraw', subject: account.email, before: null, after: null },
      now,
    )
    return done({ id: accountId })
  })

type Typed = { text: string; password: string; code?: string | undefined }
export type LinkRefusal = 'link_over' | PasswordFault | Unfinished

/**
 * Takes a link: its person has chosen this password, and is signed in. Works once, whoever uses it
 * twice at once; all earlier sessions end. A second factor of the account is asked for too. The
 * guarded roles of an account whose link somebody else made are suspended as after any reset, until
 * another administrator has confirmed the person (adr 26); in this session its owner sees the code
 * for that.
 */
export async function takeLink(
  { text, password, code }: Typed,
  on: TriedOn,
  now: Date,
): Promise<SignedInBy | LinkRefusal> {
  // Links cannot be guessed: this bounds the work.
  const taken = await withRateLimit(
    [['link_address', addressOf(on.headers)]],
    async () => ({ answer: await take({ text, password, code }, on, now) }),
    ({ answer }) => answer === 'link_over',
  )
  const answer = typeof taken === 'number' ? 'too_many' : taken.answer
  if (typeof answer === 'string') return answer
  log.info({ event: 'sign_in', account: answer.id, how: 'link' }, 'signed in')
  return answer
}

async function take(
  { text, password, code }: Typed,
  on: TriedOn,
  now: Date,
): Promise<SignedInBy | LinkRefusal> {
  const link = await database().accountLink.findUnique({
    where: { hash: hashOfLink(text) },
    include: { account: { include: { passkeys: { select: { id: true } } } } },
  })
  if (!link || !isOpen(link, now) || link.account.disabledAt) return 'link_over'
  const { id, totp, passkeys } = link.account
  const hasFactor = totp !== null || passkeys.length > 0
  const fault = passwordFault(password, link.account, hasFactor)
  if (fault) return fault
  if (hasFactor) {
    if (!code) return totp ? 'second_factor' : 'passkey_needed'
    const proved = await takeCode(id, code, on, now)
    if (proved !== 'right') return proved
  }
  const passwordHash = await hashPassword(password)
  return transaction(async (tx) => {
    const account = await lockedAccount(tx, { id })
    const { count } = await tx.accountLink.updateMany({
      where: { id: link.id, usedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    })
    if (!account || account.disabledAt || count === 0) return 'link_over'
    await endOtherSessions(id, null, tx)
    const how = hasFactor ? 'code' : 'password'
    const sessionId = await beginSession(id, how, hasFactor, fromOf(on.headers), now, tx)
    await tx.account.update({
      where: { id },
      data: {
        passwordHash,
        passwordTemporary: false,
        passwordGivenBy: link.madeBy,
        passwordChosenIn: sessionId,
      },
    })
    if (link.kind === 'password' && link.madeBy) await confirmAnew(tx, link.madeBy, id, now)
    await audit(
      tx,
      { by: id, what: 'account.password', subject: account.email, before: null, after: null },
      now,
    )
    return { id, sessionId }
  })
}

/** Whoever made the link may have used it: the person is to be confirmed. */
async function confirmAnew(tx: Transaction, by: string, id: string, now: Date) {
  const guarded = await tx.membership.count({
    where: { accountId: id, role: { in: [...guardedRoles] } },
  })
  if (guarded > 0) await suspendUntilConfirmed(tx, by, id, now)
  else await tx.account.update({ where: { id }, data: { awaitsWord: true } })
}

async function newLink(
  tx: Transaction,
  by: string | null,
  which: { id: string } | { email: string },
  now: Date,
): Promise<Result<MadeLink, NotMade>> {
  const account = await lockedAccount(tx, which)
  if (!account) return refused({ code: 'not_found' })
  if (account.disabledAt) return refused({ code: 'account_disabled' })
  await withdrawOpen(tx, account.id, now)
  const kind: LinkKind = account.passwordTemporary ? 'invitation' : 'password'
  const [id, text] = [uuidv7(), newLinkText()]
  const expiresAt = new Date(now.getTime() + linkLifetime[kind])
  await tx.accountLink.create({
    data: {
      id,
      accountId: account.id,
      kind,
      hash: hashOfLink(text),
      madeBy: by,
      madeAt: now,
      expiresAt,
    },
  })
  const { name, email } = account
  await audit(
    tx,
    { by, what: auditedAs[kind], subject: email, before: null, after: { expiresAt } },
    now,
  )
  return done({ id, text, kind, expiresAt, name, email })
}

const withdrawOpen = async (tx: Transaction, accountId: string, now: Date) =>
  (
    await tx.accountLink.updateMany({
      where: { accountId, usedAt: null, withdrawnAt: null },
      data: { withdrawnAt: now },
    })
  ).count

// Locked so that making, taking and withdrawing links of one account wait for each other.
async function lockedAccount(tx: Transaction, which: { id: string } | { email: string }) {
  const found = await tx.account.findFirst({
    where: { ...which, kind: 'person' },
    select: { id: true },
  })
  if (!found) return null
  await tx.$queryRaw`select id from account where id = ${found.id}::uuid for update`
  return tx.account.findUnique({ where: { id: found.id } })
}
