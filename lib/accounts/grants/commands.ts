import { v7 as uuidv7 } from 'uuid'
import type { Role } from '@/lib/domain/permissions'
import { audit } from '@/lib/db/audit'
import { type Transaction, database, transaction } from '@/lib/db/client'
import { foldEmail } from '../email'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { withRateLimit } from '@/lib/rate-limits/commands'
import { removeFactors } from '../factors/removal/commands'
import { endOtherSessions } from '../sessions/commands'
import { ownerCodeFits } from './owner-code'
import {
  type GrantKind,
  type RefusedAnswer,
  type RefusedOwner,
  refusedAnswer,
  refusedOwner,
} from './rules'

const settingName = 'two_administrators'

/**
 * Whether guarded access needs a second administrator's approval. In a new installation the only
 * administrator may act alone; once there have been two, two are always required, so that nobody
 * becomes the only one by removing the other. An operator can create another at any time.
 */
export async function requiresSecondAdministrator(tx: Transaction, now: Date): Promise<boolean> {
  if (await tx.setting.findUnique({ where: { name: settingName } })) return true
  const where = {
    ...{ disabledAt: null, kind: 'person' },
    memberships: { some: { role: 'admin' } },
  }
  if ((await tx.account.count({ where })) < 2) return false
  const since = { name: settingName, value: true, changedAt: now }
  await tx.setting.upsert({ where: { name: settingName }, create: since, update: {} })
  return true
}

type Asked = { kind: GrantKind; accountId: string; role?: Role; storeId?: string | null }

/** Requests access that needs a second administrator's approval. */
export async function askForGrant(tx: Transaction, by: string, asked: Asked, now: Date) {
  const { kind, accountId, role = null, storeId = null } = asked
  const grant = { id: uuidv7(), kind, accountId, role, storeId, askedBy: by, askedAt: now }
  await tx.accessGrant.create({ data: grant })
  await audit(tx, { ...(await auditEntryOf(tx, grant)), by, what: 'access.ask', before: null }, now)
}

/** Closes pending grants that another action made obsolete; that action is in the audit. */
export const closePendingGrants = (
  tx: Transaction,
  which: { accountId: string; kind?: GrantKind } | { storeId: string },
  now: Date,
) =>
  tx.accessGrant.updateMany({
    where: { ...which, decidedAt: null },
    data: { decidedAt: now, approved: false },
  })

type Answered = Result<
  { accountId: string },
  Refusal<RefusedAnswer | RefusedOwner | 'not_found' | 'too_many_tries' | 'owner_code_wrong'>
>

/**
 * Approves or refuses an access grant; the requester cannot do it. A person's access is approved
 * with the code that the owner passed on (`ownerCode`), so that nobody approves access for whoever
 * set the password.
 */
export async function decideGrant(
  by: string,
  id: string,
  approved: boolean,
  now: Date,
  code = '',
): Promise<Answered> {
  // Counted per answering administrator, after authorization, so that nobody exhausts another's
  // attempts.
  const guesses = approved && code !== '' && (await mayAnswer(by, id))
  const answered = await withRateLimit(
    guesses ? [['owner_code', `${id}|${by}`]] : [],
    () => answer(by, id, approved, now, code),
    ({ ok }) => !ok,
  )
  return typeof answered === 'number' ? refused({ code: 'too_many_tries' }) : answered
}

const answer = (by: string, id: string, approved: boolean, now: Date, code: string) =>
  transaction(async (tx): Promise<Answered> => {
    await tx.$queryRaw`select id from access_grant where id = ${id}::uuid for update`
    const grant = await tx.accessGrant.findUnique({ where: { id } })
    if (!grant) return refused({ code: 'not_found' })
    const answerRefusal = refusedAnswer(by, { ...grant, decided: grant.decidedAt !== null })
    if (answerRefusal) return refused({ code: answerRefusal })
    if (approved && grant.kind !== 'key') {
      const owner = await lockedOwner(tx, grant.accountId)
      const ownerRefusal = refusedOwner(by, owner)
      if (ownerRefusal) return refused({ code: ownerRefusal })
      if (!(await ownerCodeFits(id, owner.passwordHash, code, tx))) {
        return refused({ code: 'owner_code_wrong' })
      }
    }
    const data = { decidedBy: by, decidedAt: now, approved }
    await tx.accessGrant.update({ where: { id }, data })
    if (approved) await takeEffect(tx, grant)
    else if (grant.kind === 'key') await endKey(tx, grant.accountId, now)
    // This approval may have created a second administrator.
    await requiresSecondAdministrator(tx, now)
    const what = approved ? 'access.approve' : 'access.refuse'
    await audit(tx, { ...(await auditEntryOf(tx, grant)), by, what, before: null }, now)
    return done({ accountId: grant.accountId })
  })

async function mayAnswer(by: string, id: string): Promise<boolean> {
  const grant = await database().accessGrant.findUnique({ where: { id } })
  if (!grant || refusedAnswer(by, { ...grant, decided: grant.decidedAt !== null })) return false
  const owner = await database().account.findUniqueOrThrow({ where: { id: grant.accountId } })
  return refusedOwner(by, owner) === null
}

/**
 * Approves everything pending for an account, as an operator: for when the second of two
 * administrators is the one to be readmitted. Returns the number of approvals, null when there is
 * no such account.
 */
export const approveAsOperator = (email: string, now: Date): Promise<number | null> =>
  transaction(async (tx) => {
    const account = await tx.account.findFirst({
      where: { email: foldEmail(email), kind: 'person' },
    })
    if (!account) return null
    await lockedOwner(tx, account.id)
    const where = { accountId: account.id, decidedAt: null }
    const grants = await tx.accessGrant.findMany({ where, orderBy: { id: 'asc' } })
    await tx.accessGrant.updateMany({ where, data: { decidedAt: now, approved: true } })
    for (const grant of grants) await takeEffect(tx, grant)
    for (const grant of grants) {
      const entry = await auditEntryOf(tx, grant)
      await audit(tx, { ...entry, by: null, what: 'access.approve', before: null }, now)
    }
    return grants.length
  })

// Locked so that nobody sets another password while the owner is being confirmed.
async function lockedOwner(tx: Transaction, id: string) {
  await tx.$queryRaw`select id from account where id = ${id}::uuid for update`
  return tx.account.findUniqueOrThrow({ where: { id } })
}

type Grant = { kind: string; accountId: string; role: string | null; storeId: string | null }

async function takeEffect(tx: Transaction, { kind, accountId, role, storeId }: Grant) {
  if (kind === 'key') {
    await tx.apiKey.update({ where: { accountId }, data: { waiting: false } })
    return
  }
  if (kind === 'role' && role) {
    const membership = { accountId, role, storeId }
    if ((await tx.membership.count({ where: membership })) === 0) {
      await tx.membership.create({ data: membership })
    }
  }
  // A reset needs its own confirmation.
  const returning = { accountId, kind: 'return', decidedAt: null }
  if ((await tx.accessGrant.count({ where: returning })) === 0) await confirmOwner(tx, accountId)
}

/**
 * Confirms the account's owner. All other credentials may have been set up by whoever knew the
 * earlier password: they are removed, the confirmed owner's password stays.
 */
async function confirmOwner(tx: Transaction, accountId: string) {
  const { awaitsWord } = await tx.account.findUniqueOrThrow({ where: { id: accountId } })
  const trusted = { awaitsWord: false, passwordGivenBy: null }
  await tx.account.update({ where: { id: accountId }, data: trusted })
  if (!awaitsWord) return
  await removeFactors(tx, accountId)
  await endOtherSessions(accountId, null, tx)
}

async function endKey(tx: Transaction, accountId: string, now: Date) {
  await tx.apiKey.update({ where: { accountId }, data: { revokedAt: now } })
  await tx.account.update({ where: { id: accountId }, data: { disabledAt: now } })
}

/** The audit entry's description of a grant. */
async function auditEntryOf(tx: Transaction, { kind, accountId, role, storeId }: Grant) {
  const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } })
  const store = storeId ? await tx.store.findUnique({ where: { id: storeId } }) : null
  const key = account.kind === 'key' ? await tx.apiKey.findUnique({ where: { accountId } }) : null
  const after = { kind, ...(role && { role }), ...(store && { store: store.code }) }
  return {
    subject: key ? account.name : account.email,
    after: { ...after, ...(key && { beginning: key.beginning, fullNumber: key.fullNumber }) },
  }
}
