import { type Prisma, database } from '@/lib/db/client'
import { addDays, startOf } from '@/lib/domain/days'
import { type Change, changesIn } from './changes'
import type { AuditFilter } from './filter'
import { subjectsNamed } from './names/queries'

/** An entry of the audit; `by` is null for an operator at the machine. */
export type AuditRow = {
  id: string
  at: string
  by: Actor | null
  what: string
  subject: string
  before: unknown
  after: unknown
  changes: Change[]
  /** Whether who did it is whose account it is about. */
  own: boolean
}

/** Who did it; an account that is gone has no name, an API key's no address. */
export type Actor = { id: string; name: string | null; email: string | null }

/** What is asked, and what is known of it by those who ask. */
export type AuditAsked = Partial<AuditFilter> & {
  /** Whether the person asked for is the operator. */
  operator?: boolean
  /** Subjects whose names in words fit the thing asked for: guides, templates, settings. */
  subjects?: readonly string[]
}

const pageSize = 50
const mostPeople = 200

/** Audited changes, newest first; a page of them, and where the next one begins. */
export async function auditEntries({
  cursor,
  limit = pageSize,
  ...asked
}: AuditAsked & { cursor?: string; limit?: number }): Promise<{
  items: AuditRow[]
  next: string | null
}> {
  const rows = await database().auditEntry.findMany({
    where: { AND: await conditionsOf(asked), ...(cursor && { id: { lt: cursor } }) },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const page = rows.slice(0, limit)
  const actors = await actorsOf(page.flatMap(({ actorId }) => actorId ?? []))
  const items = page.map(({ id, at, actorId, what, subject, before, after }): AuditRow => {
    const by = actorId === null ? null : (actors.get(actorId) ?? nobody(actorId))
    const changes = changesIn(what, before, after)
    const own = by?.email === subject
    return { id, at: at.toISOString(), by, what, subject, before, after, changes, own }
  })
  return { items, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

async function conditionsOf({
  by = '',
  operator = false,
  q = '',
  subjects = [],
  what,
  from,
  to,
}: AuditAsked): Promise<Prisma.AuditEntryWhereInput[]> {
  return [
    ...(what ? [{ what }] : []),
    ...(from ? [{ at: { gte: startOf(from) } }] : []),
    ...(to ? [{ at: { lt: startOf(addDays(to, 1)) } }] : []),
    ...(operator ? [{ actorId: null }] : by ? [{ actorId: { in: await peopleCalled(by) } }] : []),
    ...(q
      ? [
          {
            OR: [
              { subject: { contains: q, mode: 'insensitive' as const } },
              { subject: { in: [...subjects, ...(await subjectsNamed(q))] } },
            ],
          },
        ]
      : []),
  ]
}

async function peopleCalled(words: string): Promise<string[]> {
  const contains = { contains: words, mode: 'insensitive' as const }
  const rows = await database().account.findMany({
    where: { OR: [{ email: contains }, { name: contains }] },
    select: { id: true },
    take: mostPeople,
  })
  return rows.map(({ id }) => id)
}

const nobody = (id: string): Actor => ({ id, name: null, email: null })

async function actorsOf(ids: readonly string[]): Promise<Map<string, Actor>> {
  const rows = await database().account.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, email: true, kind: true },
  })
  return new Map(
    rows.map(({ id, name, email, kind }) => [
      id,
      { id, name, email: kind === 'person' ? email : null },
    ]),
  )
}

/** The same, page by page up to `most` entries: only one page is in memory at a time. */
export async function* auditPages(
  asked: AuditAsked,
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
