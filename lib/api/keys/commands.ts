import { v7 as uuidv7 } from 'uuid'
import type { Role } from '@/lib/domain/permissions'
import { audit, isAsConfirmed } from '@/lib/db/audit'
import { database, transaction } from '@/lib/db/client'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { isGuardedKey } from '@/lib/accounts/grants/rules'
import {
  askForGrant,
  closePendingGrants,
  requiresSecondAdministrator,
} from '@/lib/accounts/grants/commands'
import type { Look } from '@/lib/cancellation/rules/looks'
import { consequenceOfRevoking } from './consequence'
import { beginningOf, hashOfKey, newKeyText } from './key-text'

/** `reason`: why it may see whole numbers, where it may; each such answer is a look for it (L2). */
export type NewKey = {
  name: string
  role: Role
  storeCodes: readonly string[]
  days?: number
  fullNumber: boolean
  reason?: Look['reason']
  perMinute?: number
}

/** Calls that a key may make in a minute when nothing else is said. */
export const usualPerMinute = 600
// No password has this hash: nobody signs in with a key's account.
const noPassword = '!'

/**
 * Makes a key: its text is given this once. Staff and reviewers' keys belong to stores, an
 * administrator's to none. One that decides requests or sees whole numbers counts once a second
 * administrator has approved it. `by`: null for an operator.
 */
export const createKey = (
  by: string | null,
  { name, role, storeCodes, days, fullNumber, reason, perMinute = usualPerMinute }: NewKey,
  now: Date,
) =>
  transaction(
    async (
      tx,
    ): Promise<
      Result<
        { text: string; waiting: boolean },
        Refusal<'store_needed' | 'store_unknown' | 'reason_needed'>
      >
    > => {
      if (fullNumber && !reason) return refused({ code: 'reason_needed' })
      if (role !== 'admin' && storeCodes.length === 0) return refused({ code: 'store_needed' })
      const stores =
        role === 'admin'
          ? []
          : await tx.store.findMany({ where: { code: { in: [...storeCodes] } } })
      if (role !== 'admin' && stores.length !== new Set(storeCodes).size)
        return refused({ code: 'store_unknown' })
      const waiting =
        by !== null &&
        isGuardedKey({ role, fullNumber }) &&
        (await requiresSecondAdministrator(tx, now))
      const [id, text] = [uuidv7(), newKeyText()]
      const expiresAt = days === undefined ? null : new Date(now.getTime() + days * 86_400_000)
      const memberships = {
        create:
          role === 'admin'
            ? [{ role, storeId: null }]
            : stores.map((store) => ({ role, storeId: store.id })),
      }
      await tx.account.create({
        data: {
          id,
          email: `${id}@api-key.invalid`,
          name,
          kind: 'key',
          passwordHash: noPassword,
          memberships,
        },
      })
      await tx.apiKey.create({
        data: {
          accountId: id,
          hash: hashOfKey(text),
          beginning: beginningOf(text),
          fullNumber,
          reason: fullNumber ? (reason ?? null) : null,
          waiting,
          perMinute,
          expiresAt,
          createdAt: now,
          createdBy: by,
        },
      })
      if (waiting && by) await askForGrant(tx, by, { kind: 'key', accountId: id }, now)
      await audit(
        tx,
        {
          by,
          what: 'api_key.create',
          subject: name,
          before: null,
          after: {
            beginning: beginningOf(text),
            role,
            stores: stores.map(({ code }) => code).join(', '),
            fullNumber,
            ...(fullNumber && { reason }),
            expiresAt,
          },
        },
        now,
      )
      return done({ text, waiting })
    },
  )

type Revoked = Result<{ id: string }, Refusal<'not_found' | 'consequence_changed'>>

/**
 * Ends a key for good, and disables its account; it counts from the next call on. `confirmed`: the
 * fingerprint of `consequenceOfRevoking` as the administrator saw it.
 */
export const revokeKey = (by: string, id: string, now: Date, confirmed?: string) =>
  transaction(async (tx): Promise<Revoked> => {
    const key = await tx.apiKey.findUnique({ where: { accountId: id } })
    if (!key) return refused({ code: 'not_found' })
    const consequence = consequenceOfRevoking({
      ...key,
      webhooks: await tx.webhook.count({ where: { accountId: id } }),
    })
    if (!isAsConfirmed(consequence, confirmed)) return refused({ code: 'consequence_changed' })
    const { count } = await tx.apiKey.updateMany({
      where: { accountId: id, revokedAt: null },
      data: { revokedAt: now },
    })
    if (count === 0) return refused({ code: 'not_found' })
    await tx.account.update({ where: { id }, data: { disabledAt: now } })
    await closePendingGrants(tx, { accountId: id }, now)
    const { beginning, account } = await tx.apiKey.findUniqueOrThrow({
      where: { accountId: id },
      include: { account: true },
    })
    await audit(
      tx,
      {
        by,
        what: 'api_key.revoke',
        subject: account.name,
        before: { beginning, revoked: false },
        after: { beginning, revoked: true },
      },
      now,
    )
    return done({ id })
  })

/** Notes that a key was used, and from where; once a minute is often enough. */
export async function noteUse(
  { id, lastUsedAt }: { id: string; lastUsedAt: Date | null },
  lastUsedAddress: string,
  now: Date,
) {
  if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < 60_000) return
  await database().apiKey.updateMany({
    where: { accountId: id },
    data: { lastUsedAt: now, lastUsedAddress },
  })
}
