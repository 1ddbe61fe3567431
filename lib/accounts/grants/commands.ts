import { v7 as uuidv7 } from 'uuid'
import type { Role } from '@/lib/domain/permissions'
import { audit } from '@/lib/db/audit'
import { type Transaction, database, transaction } from '@/lib/db/client'
import { foldEmail } from '../email'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { unlessTooOften } from '@/lib/tries/commands'
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
 * Whether guarded access takes a second administrator's word. A new installation's only one may act
 * alone; from the moment on when there are two it takes two for ever, so that nobody becomes the
 * only one by shutting the other out. An operator at the machine can make another at any time.
 */
export async function takesTwo(tx: Transaction, now: Date): Promise<boolean> {
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

/** Asks for access that takes a second administrator's word. */
export async function askForGrant(tx: Transaction, by: string, asked: Asked, now: Date) {
  const { kind, accountId, role = null, storeId = null } = asked
  const grant = { id: uuidv7(), kind, accountId, role, storeId, askedBy: by, askedAt: now }
  await tx.accessGrant.create({ data: grant })
  await audit(tx, { ...(await said(tx, grant)), by, what: 'access.ask', before: null }, now)
}

/**
 * Ends what waits, where something else has settled it: the act that did stands in the audit.
 */
export const endWaiting = (
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
 * Approves or refuses a request for access: another administrator's word, never the asker's.
 * Access of a person is approved with the code that its owner told (`ownerCode`), so that nobody
 * approves what whoever gave the password would hold.
 */
export async function decideGrant(
  by: string,
  id: string,
  approved: boolean,
  now: Date,
  code = '',
): Promise<Answered> {
  // Counted by who answers, once it is known that they may: nobody uses up another's tries.
  const guesses = approved && code !== '' && (await mayAnswer(by, id))
  const answered = await unlessTooOften(
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
    const no = refusedAnswer(by, { ...grant, decided: grant.decidedAt !== null })
    if (no) return refused({ code: no })
    if (approved && grant.kind !== 'key') {
      const owner = await lockedOwner(tx, grant.accountId)
      const unsure = refusedOwner(by, owner)
      if (unsure) return refused({ code: unsure })
      if (!(await ownerCodeFits(id, owner.passwordHash, code, tx))) {
        return refused({ code: 'owner_code_wrong' })
      }
    }
    const data = { decidedBy: by, decidedAt: now, approved }
    await tx.accessGrant.update({ where: { id }, data })
    if (approved) await takeEffect(tx, grant)
    else if (grant.kind === 'key') await endKey(tx, grant.accountId, now)
    // A second administrator may just have come to be.
    await takesTwo(tx, now)
    const what = approved ? 'access.approve' : 'access.refuse'
    await audit(tx, { ...(await said(tx, grant)), by, what, before: null }, now)
    return done({ accountId: grant.accountId })
  })

async function mayAnswer(by: string, id: string): Promise<boolean> {
  const grant = await database().accessGrant.findUnique({ where: { id } })
  if (!grant || refusedAnswer(by, { ...grant, decided: grant.decidedAt !== null })) return false
  const owner = await database().account.findUniqueOrThrow({ where: { id: grant.accountId } })
  return refusedOwner(by, owner) === null
}

/**
 * Gives the word on all that waits for an account, as an operator at the machine: where the second
 * of two administrators is the one who has to be let in again. Gives how many were approved, null
 * where there is no such account.
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
      const told = await said(tx, grant)
      await audit(tx, { ...told, by: null, what: 'access.approve', before: null }, now)
    }
    return grants.length
  })

// Nobody gives it another password while its owner is being confirmed.
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
  // What was reset waits for an answer of its own.
  const returning = { accountId, kind: 'return', decidedAt: null }
  if ((await tx.accessGrant.count({ where: returning })) === 0) await confirmOwner(tx, accountId)
}

/**
 * Trusts the account's owner from now on. Whatever else let one in was perhaps set up by whoever
 * knew the earlier password: it ends, the password of the confirmed owner stays.
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

/** What the audit says of a request for access. */
async function said(tx: Transaction, { kind, accountId, role, storeId }: Grant) {
  const account = await tx.account.findUniqueOrThrow({ where: { id: accountId } })
  const store = storeId ? await tx.store.findUnique({ where: { id: storeId } }) : null
  const key = account.kind === 'key' ? await tx.apiKey.findUnique({ where: { accountId } }) : null
  const after = { kind, ...(role && { role }), ...(store && { store: store.code }) }
  return {
    subject: key ? account.name : account.email,
    after: { ...after, ...(key && { beginning: key.beginning, fullNumber: key.fullNumber }) },
  }
}
