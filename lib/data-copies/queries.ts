import { rolesAt } from '@/lib/accounts/queries'
import { type HistoryEntry, historyOf } from '@/lib/cancellation/queries/history'
import { requestsOfPerson } from '@/lib/cancellation/queries/of-person'
import { type OneRequest, oneRequest, requestForCopy } from '@/lib/cancellation/queries/one'
import type { Change } from '@/lib/cancellation/rules/changes'
import { documentsOf } from '@/lib/cancellation/rules/documents'
import { isLook } from '@/lib/cancellation/rules/looks'
import { type Side, documentOf, nameOf } from '@/lib/cancellation/rules/persons'
import type { StoredDocument } from '@/lib/cancellation/rules/request-record'
import { type Move, isMove, ruleOf } from '@/lib/cancellation/rules/workflow'
import { pagesOfCopy } from '@/lib/documents/queries'
import { sqlDatabase } from '@/lib/db/sql'
import type { MembershipOf } from '@/lib/domain/permissions'
import { type NoticeLine, noticesOf } from '@/lib/notices/outbox/queries'
import { type QuestionView, questionsOfRequest } from '@/lib/questions/queries'

/** Who did something, as a person is told: by role, never by name. */
export type ByRole = 'customer' | 'staff' | 'reviewer' | 'api' | 'desk'

/** `amended`: what was otherwise before, of what the person alone had said. */
export type CopiedEvent = HistoryEntry & { by: ByRole; amended: Change[] }
export type CopiedDocument = StoredDocument & {
  /** WebP; null where they are not the person's alone, or were destroyed. */
  images: Buffer[] | null
}

/** All that the desk has about one request of the person. */
export type CopiedRequest = {
  one: OneRequest
  /** The person applies without anybody else: contact and papers are theirs. */
  isOwn: boolean
  events: CopiedEvent[]
  looks: CopiedEvent[]
  notices: NoticeLine[]
  questions: QuestionView[]
  documents: CopiedDocument[]
}

/** A copy of what the desk has about a person; nothing of it is stored. */
export type DataCopy = {
  /** The request at the counter, from which it was given. */
  at: OneRequest
  of: Side
  givenAt: string
  /** The requests of the person's own numbers, newest first. */
  held: CopiedRequest[]
  /** Those on which the person acts for somebody else. */
  acted: OneRequest[]
  /** There are more than a copy holds. */
  more: boolean
}

/** For how long after it was given the copy can be shown, printed and saved, in milliseconds. */
const shownFor = 15 * 60_000

/** Until when a copy is shown. */
export const shownUntil = ({ givenAt }: Pick<DataCopy, 'givenAt'>) =>
  new Date(Date.parse(givenAt) + shownFor)

type Reader = { id: string; memberships: readonly MembershipOf[] }

/**
 * The copy that this account was asked for on this request, within a quarter of an hour: null where
 * none was given, by this account, or where the request is not to be seen any more.
 */
export async function dataCopy(
  viewer: Reader,
  reference: string,
  now: Date,
): Promise<DataCopy | null> {
  const at = await oneRequest(viewer, reference, now)
  const given = at && (await lastGiven(at.record.id, viewer.id, new Date(now.getTime() - shownFor)))
  if (!at?.personal || !given) return null
  const document = documentOf(given.of, at.record, at.identifiers)
  const name = nameOf(given.of, at.personal)
  const here = [{ id: at.record.id }]
  // After the numbers were masked, nothing but the request at hand can be told to be the person's.
  const found =
    document && name
      ? await requestsOfPerson({ document, name })
      : { held: here, acted: [], more: false }
  const held: CopiedRequest[] = []
  for (const { id } of found.held) {
    const one = await requestForCopy(viewer, id, now)
    if (one && one.record.relation !== 'heir') held.push(await copiedRequest(one, now))
  }
  const acted: OneRequest[] = []
  for (const { id } of found.acted) {
    const one = await requestForCopy(viewer, id, now)
    if (one) acted.push(one)
  }
  return { at, of: given.of, givenAt: given.at, held, acted, more: found.more }
}

async function lastGiven(requestId: string, accountId: string, since: Date) {
  const row = await sqlDatabase()
    .selectFrom('every_event')
    .select(['at', 'facts'])
    .where('request_id', '=', requestId)
    .where('type', '=', 'give_copy')
    .where('actor_id', '=', accountId)
    .where('at', '>', since)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { at: row.at.toISOString(), of: (row.facts as { of: Side }).of }
}

async function copiedRequest(
  one: OneRequest & { storeId: string },
  now: Date,
): Promise<CopiedRequest> {
  const { id, reference, relation } = one.record
  const [history, notices, questions] = await Promise.all([
    historyOf(id),
    noticesOf(id, reference),
    questionsOfRequest(id, now),
  ])
  const roles = await rolesAt(
    one.storeId,
    history.flatMap(({ actorId }) => actorId ?? []),
  )
  const isOwn = relation === 'self'
  const events = history.map((entry): CopiedEvent => {
    const amended = entry.type === 'amend' && isOwn ? amendedIn(entry) : []
    return { ...entry, by: roleOf(entry, roles), amended, changes: [] }
  })
  const documents: CopiedDocument[] = []
  for (const stored of documentsOf(one.record)) {
    const mayShow = isOwn && !one.record.photosPurged
    documents.push({ ...stored, images: mayShow ? await pagesOfCopy(id, stored.id) : null })
  }
  return {
    one,
    isOwn,
    events: events.filter(({ type }) => !isLook(type)),
    looks: events.filter(({ type }) => isLook(type)),
    notices,
    questions,
    documents,
  }
}

// What was said while somebody else applied may be about them.
const amendedIn = ({ changes }: HistoryEntry): Change[] =>
  changes.some(({ field }) => field === 'relation')
    ? []
    : changes.filter(({ field }) => field !== 'assignee')

function roleOf(
  { type, actorKind, actorId }: HistoryEntry,
  roles: ReadonlyMap<string, 'staff' | 'reviewer' | 'api'>,
): ByRole {
  if (actorKind === 'customer') return 'customer'
  if (actorKind === 'system') return 'desk'
  const role = roles.get(actorId ?? '') ?? 'staff'
  return role !== 'api' && isMove(type) && isReviewersAlone(type) ? 'reviewer' : role
}

const isReviewersAlone = (move: Move) => ruleOf(move).who.every((one) => one === 'reviewer')
