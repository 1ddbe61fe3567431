import { sql } from 'kysely'
import { keyedHash } from '@/lib/db/keyed-hash'
import { type SqlDatabase, sqlDatabase } from '@/lib/db/sql'
import { isSameDocument } from '@/lib/domain/identifiers/document'
import { type PersonDocument, applicantDocumentOf, holderDocumentOf } from '../rules/persons'
import { tokenBytes } from '../rules/search-words'
import { type SealedRow, openRows, sealedColumns } from './opened'

/** A request on which a person appears, by its id and reference. */
export type Appearance = { id: string; reference: string }

/** The most requests that a copy of somebody's data holds. */
export const mostOfPerson = 100

/**
 * The requests of this installation, at any store, on which the person with this document appears,
 * newest first: as the holder, and as who acts for somebody else. `more`: there are more than
 * `mostOfPerson`. Requests whose numbers were masked are not found by a number any more.
 */
export async function requestsOfPerson(
  document: PersonDocument,
  database: SqlDatabase = sqlDatabase(),
): Promise<{ held: Appearance[]; acted: Appearance[]; more: boolean }> {
  const token = tokenBytes((await keyedHash())('token|document', document.number))
  const { rows } = await sql<SealedRow>`
    select ${sealedColumns(['identifiers'])} from request r
    where r.id in (select t.request_id from search_token t where t.token = ${token})
    order by r.id desc limit ${mostOfPerson + 1}`.execute(database)
  const opened = await openRows(rows.slice(0, mostOfPerson), ['identifiers'])
  const whose = (of: typeof holderDocumentOf | typeof applicantDocumentOf) =>
    opened.flatMap(({ id, record, identifiers }) => {
      const found = of(record, identifiers)
      return found && isSameDocument(found, document) ? [{ id, reference: record.reference }] : []
    })
  return {
    held: whose(holderDocumentOf),
    acted: whose(applicantDocumentOf),
    more: rows.length > mostOfPerson,
  }
}
