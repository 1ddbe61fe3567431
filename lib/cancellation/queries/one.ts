import { type MembershipOf, visibleStores } from '@/lib/domain/permissions'
import { dayOf } from '@/lib/domain/days'
import { sql } from 'kysely'
import { sqlDatabase } from '@/lib/db/sql'
import { publishedRevision } from '@/lib/guide/queries/published'
import type { RequestRecord } from '../rules/request-record'
import { actorAt } from '../rules/actor'
import { policyAt } from './policy'
import type { Situation } from '../rules/situation'
import { type SealedRow, openRows, sealedColumns } from './opened'

export type OneRequest = {
  situation: Situation & { record: RequestRecord }
  record: RequestRecord
  identifiers: Awaited<ReturnType<typeof openRows>>[number]['identifiers']
  personal: Awaited<ReturnType<typeof openRows>>[number]['personal']
}

type Reader = { id: string; memberships: readonly MembershipOf[] }
type Row = SealedRow & { storeId: string }

/** A request as this account sees it; null when its stores have none. */
export async function oneRequest(
  viewer: Reader,
  reference: string,
  now: Date,
): Promise<OneRequest | null> {
  const { rows } = await sql<Row>`
    select ${sealedColumns()}, r.store_id as "storeId" from request r
    where r.reference = ${reference}
      and r.store_id = any(${visibleStores(viewer.memberships)}::uuid[])`.execute(sqlDatabase())
  const [row] = rows
  return row ? openedFor(viewer, row, now) : null
}

/**
 * A request by its id, at whatever store: for the copy of a person's data, which was noted in its
 * history (L3).
 */
export async function requestForCopy(viewer: Reader, id: string, now: Date) {
  const { rows } = await sql<Row>`
    select ${sealedColumns()}, r.store_id as "storeId" from request r
    where r.id = ${id}`.execute(sqlDatabase())
  const [row] = rows
  const one = row && (await openedFor(viewer, row, now))
  return one ? { ...one, storeId: row.storeId } : null
}

async function openedFor(viewer: Reader, row: Row, now: Date): Promise<OneRequest | null> {
  const { record } = row
  const [[opened], policy, revision] = await Promise.all([
    openRows([row]),
    policyAt(row.storeId, record),
    publishedRevision(record.revisionId),
  ])
  if (!opened || !policy) return null
  const actor = actorAt({ kind: 'account', ...viewer }, row.storeId)
  const situation = {
    record,
    guide: revision.content,
    policy,
    actor,
    input: {},
    today: dayOf(now),
    asked: {
      relation: record.relation,
      document: null,
      consent: true,
      keepNumber: false,
      liveElsewhere: false,
    },
  }
  return { situation, record, identifiers: opened.identifiers, personal: opened.personal }
}
