import type { AuditedKind } from '@/lib/audit/kinds'
import { type Role, guardedRoles } from '@/lib/domain/permissions'
import { audit, isAsConfirmed } from '@/lib/db/audit'
import { type Transaction, clashedIndex, database, transaction } from '@/lib/db/client'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { consequenceOfSigningOut, consequencesOfTaking } from './consequences/queries'
import { foldEmail } from './email'
import { askForGrant, closePendingGrants, requiresSecondAdministrator } from './grants/commands'
import { hashPassword } from './password'
import { endOtherSessions } from './sessions/commands'

export type NewAccount = {
  email: string
  name: string
  password: string
  role: Role
  storeCode?: string
}

/**
 * Creates an account with one role. The password given by an administrator is temporary, and a
 * guarded role waits for a second administrator's approval. Refused: `email_taken`,
 * `store_unknown`, `store_needed` (every role but admin has a store). `by`: null for an operator.
 */
export async function createAccount(
  { email, name, password, role, storeCode }: NewAccount,
  by: string | null = null,
  now = new Date(),
): Promise<Result<{ id: string }>> {
  if (role !== 'admin' && !storeCode) return refused({ code: 'store_needed' })
  const store = storeCode ? await database().store.findUnique({ where: { code: storeCode } }) : null
  if (storeCode && !store) return refused({ code: 'store_unknown' })
  const data = {
    email: foldEmail(email),
    name,
    passwordHash: await hashPassword(password),
    passwordTemporary: by !== null,
  }
  try {
    return await transaction(async (tx) => {
      const storeId = role === 'admin' ? null : (store?.id ?? null)
      const waits =
        by !== null && guardedRoles.includes(role) && (await requiresSecondAdministrator(tx, now))
      const memberships = waits ? {} : { memberships: { create: { role, storeId } } }
      // A guarded role granted at once needs no approval: there is only one administrator, or an
      // operator acts.
      const awaitsWord = by !== null && (waits || !guardedRoles.includes(role))
      const known = { awaitsWord, passwordGivenBy: by }
      const account = await tx.account.create({ data: { ...data, ...known, ...memberships } })
      await requiresSecondAdministrator(tx, now)
      if (waits)
        await askForGrant(tx, by, { kind: 'role', accountId: account.id, role, storeId }, now)
      await audit(
        tx,
        {
          by,
          what: 'account.create',
          subject: data.email,
          before: null,
          after: await shownOf(tx, account.id),
        },
        now,
      )
      return done({ id: account.id })
    })
  } catch (error) {
    if (clashedIndex(error) !== null) return refused({ code: 'email_taken' })
    throw error
  }
}

type No =
  | 'not_found'
  | 'own_account'
  | 'last_admin'
  | 'store_needed'
  | 'store_unknown'
  | 'role_there'
  | 'consequence_changed'
/** `waiting`: takes effect once another administrator has approved it. */
type Changed = Result<{ id: string; waiting?: boolean }, Refusal<No>>

/**
 * Disables or re-enables an account, effective from the next HTTP request; disabling ends its
 * sessions. The last administrator cannot be disabled, and guarded roles are suspended after
 * re-enabling until another administrator confirms. `confirmed`: the fingerprint of
 * `consequenceOfSigningOut` as the administrator saw it; `consequence_changed` where it differs.
 */
export const setDisabled = (
  by: string,
  id: string,
  disabled: boolean,
  now: Date,
  confirmed?: string,
) =>
  changing(by, 'account.disable', id, now, async (tx) => {
    if (disabled && !isAsConfirmed(await consequenceOfSigningOut(id, now, tx), confirmed))
      throw changedMeanwhile
    const { disabledAt } = await tx.account.findUniqueOrThrow({ where: { id } })
    await tx.account.update({ where: { id }, data: { disabledAt: disabled ? now : null } })
    if (disabled) await endOtherSessions(id, null, tx)
    if (disabledAt && !disabled) await suspendUntilConfirmed(tx, by, id, now)
  })

/** Ends all sessions of an account; `confirmed` as for `setDisabled`. */
export const signOutEverywhere = (by: string, id: string, now: Date, confirmed?: string) =>
  transaction(async (tx): Promise<Changed> => {
    if (by === id) return refused({ code: 'own_account' })
    const account = await tx.account.findFirst({ where: { id, kind: 'person' } })
    if (!account) return refused({ code: 'not_found' })
    const consequence = await consequenceOfSigningOut(id, now, tx)
    if (!isAsConfirmed(consequence, confirmed)) return refused({ code: 'consequence_changed' })
    await endOtherSessions(id, null, tx)
    await audit(
      tx,
      {
        by,
        what: 'account.sessions',
        subject: account.email,
        before: consequence,
        after: { devices: 0 },
      },
      now,
    )
    return done({ id })
  })

/**
 * Adds a role to an account: at a store, or without one for an administrator. A guarded role waits
 * for a second administrator's approval.
 */
export async function addRole(
  by: string,
  id: string,
  role: Role,
  storeCode: string | undefined,
  now: Date,
): Promise<Changed> {
  if (role !== 'admin' && !storeCode) return refused({ code: 'store_needed' })
  const store =
    role !== 'admin' && storeCode
      ? await database().store.findUnique({ where: { code: storeCode } })
      : null
  if (role !== 'admin' && !store) return refused({ code: 'store_unknown' })
  const storeId = store?.id ?? null
  const membership = { accountId: id, role, storeId }
  if (
    (await database().membership.count({ where: { ...membership, account: { kind: 'person' } } })) >
    0
  )
    return refused({ code: 'role_there' })
  let waits = false
  const changed = await changing(by, 'account.roles', id, now, async (tx) => {
    waits = guardedRoles.includes(role) && (await requiresSecondAdministrator(tx, now))
    if (waits) await askForGrant(tx, by, { kind: 'role', ...membership }, now)
    else await tx.membership.create({ data: membership })
    // An administrator who may grant a guarded role alone grants it unsuspended.
    if (!waits && guardedRoles.includes(role))
      await tx.account.update({ where: { id }, data: { awaitsWord: false } })
    await requiresSecondAdministrator(tx, now)
  })
  return changed.ok ? done({ id, waiting: waits }) : changed
}

/**
 * Removes a role; the last administrator keeps theirs. `confirmed`: the fingerprint of what
 * `consequencesOfTaking` says of this role.
 */
export const removeRole = (
  by: string,
  id: string,
  membershipId: string,
  now: Date,
  confirmed?: string,
) =>
  changing(by, 'account.roles', id, now, async (tx) => {
    const consequence = (await consequencesOfTaking(id, tx)).get(membershipId)
    if (consequence && !isAsConfirmed(consequence, confirmed)) throw changedMeanwhile
    await tx.membership.deleteMany({ where: { id: membershipId, accountId: id } })
  })

/** Ends a transaction of `changing` without a change. */
const changedMeanwhile = new Error('consequence_changed')

/** Nobody may change their own access, so that an unattended screen is not enough. */
async function changing(
  by: string,
  what: AuditedKind,
  id: string,
  now: Date,
  change: (tx: Transaction) => Promise<unknown>,
): Promise<Changed> {
  if (by === id) return refused({ code: 'own_account' })
  const lastAdmin = new Error('last_admin')
  try {
    return await transaction(async (tx): Promise<Changed> => {
      // Serialize changes of administrators: two who remove each other must not both succeed.
      await tx.$queryRaw`select a.id from account a join membership m on m.account_id = a.id
        where m.role = 'admin' or a.id = ${id}::uuid order by a.id for update of a`
      if ((await tx.account.count({ where: { id, kind: 'person' } })) === 0)
        return refused({ code: 'not_found' })
      // Before the change: removing the second administrator must not restore the
      // single-administrator rule.
      await requiresSecondAdministrator(tx, now)
      const before = await shownOf(tx, id)
      await change(tx)
      if (
        (await tx.account.count({
          where: { disabledAt: null, kind: 'person', memberships: { some: { role: 'admin' } } },
        })) === 0
      )
        throw lastAdmin
      await audit(
        tx,
        { by, what, subject: before.email, before, after: await shownOf(tx, id) },
        now,
      )
      return done({ id })
    })
  } catch (error) {
    if (error === lastAdmin) return refused({ code: 'last_admin' })
    if (error === changedMeanwhile) return refused({ code: 'consequence_changed' })
    throw error
  }
}

/** Suspends an account's guarded roles until another administrator has confirmed the person. */
export async function suspendUntilConfirmed(tx: Transaction, by: string, id: string, now: Date) {
  if (!(await isGuarded(tx, id)) || !(await requiresSecondAdministrator(tx, now))) return
  await tx.account.update({ where: { id }, data: { awaitsWord: true } })
  // The administrator who reset it last is the requester, so that of two the other can answer.
  await closePendingGrants(tx, { accountId: id, kind: 'return' }, now)
  await askForGrant(tx, by, { kind: 'return', accountId: id }, now)
}

const isGuarded = async (tx: Transaction, accountId: string) =>
  (await tx.membership.count({ where: { accountId, role: { in: [...guardedRoles] } } })) > 0

// The account as the audit shows it: never with its password hash.
async function shownOf(tx: Transaction, id: string) {
  const { email, name, disabledAt, memberships } = await tx.account.findUniqueOrThrow({
    where: { id },
    include: { memberships: { include: { store: true } } },
  })
  return {
    email,
    name,
    disabled: disabledAt !== null,
    roles: memberships
      .map(({ role, store }) => (store ? `${role} ${store.code}` : role))
      .sort()
      .join(', '),
  }
}
