import { sql } from 'kysely'
import { keyedHash } from '@/lib/db/keyed-hash'
import { type SqlDatabase, sqlDatabase } from '@/lib/db/sql'
import { isSameDocument } from '@/lib/domain/identifiers/document'
import type { Identifiers } from '../rules/particulars'
import type { RequestRecord } from '../rules/request-record'
import { tokenBytes } from '../rules/search-words'
import { type State, liveStates } from '../rules/workflow'
import { holderDocumentOf } from '../rules/persons'
import { type SealedRow, openRows, sealedColumns } from './opened'

/** A request by which an heir told that its holder has died. */
export type Death = { reference: string; storeId: string }

type Held = { record: RequestRecord; identifiers: Identifiers | null }

/**
 * By the ids of these requests, the request that tells of their holder's death: whoever holds that
 * number is dead, and is not written to about any other (P29). Not those of an heir, whose contact
 * is the heir's. The holder is known by the document's number, so not where the heir brought the
 * death certificate alone, and not after the numbers were masked. Constant in statements.
 */
export async function deathsKnown(
  requests: readonly Held[],
  database: SqlDatabase = sqlDatabase(),
): Promise<Map<string, Death>> {
  const asked = requests.flatMap(({ record, identifiers }) => {
    const document = holderDocumentOf(record, identifiers)
    return document && record.relation !== 'heir' ? [{ id: record.id, document }] : []
  })
  if (asked.length === 0) return new Map()
  const hash = await keyedHash()
  const tokens = asked.map(({ document }) => tokenBytes(hash('token|document', document.number)))
  const { rows } = await sql<SealedRow & { storeId: string }>`
    select ${sealedColumns(['identifiers'])}, r.store_id as "storeId" from request r
    where r.id in (select t.request_id from search_token t where t.token = any(${tokens}))
      and r.record ->> 'reason' = 'death'
      and r.state in (${sql.join(believed.map((state) => sql.lit(state)))})
    order by r.id`.execute(database)
  const told = (await openRows(rows, ['identifiers'])).map(({ record, identifiers, storeId }) => ({
    death: { reference: record.reference, storeId },
    document: holderDocumentOf(record, identifiers),
  }))
  return new Map(
    asked.flatMap(({ id, document }): [string, Death][] => {
      const found = told.find((one) => one.document && isSameDocument(one.document, document))
      return found ? [[id, found.death]] : []
    }),
  )
}

// A request that was withdrawn or rejected proves no death.
const believed: readonly State[] = [...liveStates, 'completed']
