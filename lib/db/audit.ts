import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { AuditedKind } from '@/lib/audit/kinds'
import { hashOfEarlier } from '@/lib/db/audit-chain/queries'
import { entryHash } from '@/lib/db/audit-chain/entry-hash'
import { canonicalJson } from '@/lib/canonical-json'
import { sql } from 'kysely'
import { type AnyTransaction, runIn } from './sql'

/** An audited change; `by`: the account, null for an operator at the machine. */
export type AuditedChange = {
  by: string | null
  what: AuditedKind
  subject: string
  before: object | null
  after: object | null
}

const plain = (value: object | null) =>
  value === null ? undefined : (JSON.parse(JSON.stringify(value)) as object)

/**
 * Appends a change to the audit chain, in the transaction that makes it; nothing when `before` and
 * `after` are equal. Never pass a secret.
 */
export async function audit(
  tx: AnyTransaction,
  { by, what, subject, before, after }: AuditedChange,
  now: Date,
) {
  if (before && after && fingerprint(before) === fingerprint(after)) return
  // Serialise until the transaction ends: the next entry needs this one's hash.
  await runIn(tx, (builder) =>
    builder.selectNoFrom(
      sql`pg_advisory_xact_lock(hashtextextended('audit chain', 0))::text`.as('locked'),
    ),
  )
  const [last] = await runIn(tx, (builder) =>
    builder
      .selectFrom('audit_entry')
      .select(['sequence', 'hash'])
      .where('sequence', 'is not', null)
      .orderBy('sequence', 'desc')
      .limit(1),
  )
  const [beforeJson, afterJson] = [plain(before), plain(after)]
  const entry = { id: uuidv7(), sequence: (last?.sequence ?? 0) + 1, actorId: by, what, subject }
  const previous = last?.hash ?? (await hashOfEarlier(tx))
  const shown = {
    ...entry,
    at: now.toISOString(),
    before: beforeJson ?? null,
    after: afterJson ?? null,
  }
  const { actorId, ...columns } = entry
  await runIn(tx, (builder) =>
    builder
      .insertInto('audit_entry')
      .values({
        ...columns,
        actor_id: actorId,
        at: now,
        before: beforeJson ? JSON.stringify(beforeJson) : null,
        after: afterJson ? JSON.stringify(afterJson) : null,
        hash: entryHash(previous, shown),
      })
      .returning('id'),
  )
}

/** A fingerprint of a value as the editor saw it; a different one at saving means a conflict. */
export const fingerprint = (value: object) =>
  createHash('sha256')
    .update(canonicalJson(plain(value)))
    .digest('base64url')
    .slice(0, 22)

/**
 * Whether a consequence is still the one that a person confirmed; `confirmed` is the fingerprint of
 * what they saw, and undefined where nobody was asked.
 */
export const isAsConfirmed = (consequence: object, confirmed: string | undefined) =>
  confirmed === undefined || fingerprint(consequence) === confirmed
