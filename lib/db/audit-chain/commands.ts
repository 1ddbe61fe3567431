import { audit } from '@/lib/db/audit'
import { database } from '@/lib/db/client'

// A hundred thousand entries take a few seconds to hash; ten minutes are enough for any audit.
const timeout = 10 * 60_000

/**
 * Begins the audit's chain over the entries from before there was one, at a start of the desk: what
 * takes long must not fall to the first administrator who changes something. True where it did.
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
