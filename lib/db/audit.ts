import { createHash } from 'node:crypto'
import type { AuditedKind } from '@/lib/audit/kinds'
import { canonicalJson } from '@/lib/canonical-json'
import type { Prisma, Transaction } from './client'

/** A change of a setting: by whom (null: an operator at the machine), what, of which thing, before and after. */
export type AuditedChange = { by: string | null; what: AuditedKind; subject: string; before: object | null; after: object | null }

const plain = (value: object | null) => (value === null ? undefined : (JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject))

/** Writes a change into the audit, in the transaction that makes it; what changes nothing leaves no entry. Never a secret. */
export async function audit(tx: Transaction, { by, what, subject, before, after }: AuditedChange, now: Date) {
  if (before && after && fingerprint(before) === fingerprint(after)) return
  await tx.auditEntry.create({ data: { at: now, actorId: by, what, subject, before: plain(before), after: plain(after) } })
}

/** What a thing looked like to whoever changes it: when it differs at saving, somebody else was faster. */
export const fingerprint = (value: object) => createHash('sha256').update(canonicalJson(plain(value))).digest('base64url').slice(0, 22)
