import { audit } from '@/lib/db/audit'
import { database } from '@/lib/db/client'

// Hashing a hundred thousand entries takes a few seconds; ten minutes suffice for any audit.
const timeout = 10 * 60_000

/**
 * Starts the audit's chain over entries from before chaining, when the desk starts, so that the
 * first administrator's change does not have to wait for it. True if it did.
 */
export async function beginAuditChain(now: Date): Promise<boolean> {
  const [earlier, chained] = await Promise.all([
    database().auditEntry.count({ where: { sequence: null }, take: 1 }),
    database().auditEntry.count({ where: { sequence: { not: null } }, take: 1 }),
  ])
  if (earlier === 0 || chained > 0) return false
  await database().$transaction(
    (tx) =>
      audit(tx, { by: null, what: 'audit.begin', subject: '', before: null, after: null }, now),
    { timeout },
  )
  return true
}
