import { accountNames } from '@/lib/accounts/queries'
import { type Prisma, database } from '@/lib/db/client'

export type AuditRow = {
  id: string
  at: string
  by: string | null
  what: string
  subject: string
  changes: { field: string; before: unknown; after: unknown }[]
}

const pageSize = 50

/**
 * Audited changes, newest first, with their differences; `q` matches part of the target's name,
 * `what` a kind of change.
 */
export async function auditEntries({
  q,
  what,
  cursor,
  limit = pageSize,
}: {
  q?: string
  what?: string
  cursor?: string
  limit?: number
}): Promise<{ items: AuditRow[]; next: string | null }> {
  const rows = await database().auditEntry.findMany({
    where: {
      ...(what && { what }),
      ...(q && { subject: { contains: q, mode: 'insensitive' } }),
      ...(cursor && { id: { lt: cursor } }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const page = rows.slice(0, limit)
  const names = await accountNames(page.flatMap(({ actorId }) => actorId ?? []))
  const items = page.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    by: names.get(row.actorId ?? '') ?? null,
    what: row.what,
    subject: row.subject,
    changes: differences(row.before, row.after),
  }))
  return { items, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

/** The same, page by page up to `most` entries: only one page is in memory at a time. */
export async function* auditPages(
  asked: { q?: string; what?: string },
  most: number,
  atOnce = 500,
): AsyncGenerator<AuditRow[]> {
  let left = most
  let cursor: string | undefined
  do {
    const page = await auditEntries({ ...asked, cursor, limit: Math.min(left, atOnce) })
    yield page.items
    left -= page.items.length
    cursor = page.next ?? undefined
  } while (cursor && left > 0)
}

/** The fields that differ between before and after. */
export function differences(
  before: Prisma.JsonValue,
  after: Prisma.JsonValue,
): AuditRow['changes'] {
  const [one, other] = [before, after].map((side) =>
    typeof side === 'object' && side !== null && !Array.isArray(side) ? side : {},
  ) as [Prisma.JsonObject, Prisma.JsonObject]
  return [...new Set([...Object.keys(one), ...Object.keys(other)])]
    .map((field) => ({ field, before: one[field] ?? null, after: other[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
}
