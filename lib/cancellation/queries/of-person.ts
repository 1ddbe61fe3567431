import { sql } from 'kysely'
import { keyedHash } from '@/lib/db/keyed-hash'
import { type SqlDatabase, sqlDatabase } from '@/lib/db/sql'
import { isSameDocument } from '@/lib/domain/identifiers/document'
import { type PersonDocument, type Side, documentOf, nameOf } from '../rules/persons'
import { foldName, tokenBytes } from '../rules/search-words'
import { type SealedRow, openRows, sealedColumns } from './opened'

/** A request on which a person appears, by its id and reference. */
export type Appearance = { id: string; reference: string }

/** The most requests that a copy of somebody's data holds. */
export const mostOfPerson = 100

/**
 * The requests of this installation, at any store, on which this person appears, newest first: as
 * the holder, and as who acts for somebody else. Known by document and name: a number that was
 * mistyped at another counter must not give away who stood there. `more`: there are more than
 * `mostOfPerson`. Requests whose numbers were masked are not found by a number any more.
 */
export async function requestsOfPerson(
  { document, name }: { document: PersonDocument; name: string },
  database: SqlDatabase = sqlDatabase(),
): Promise<{ held: Appearance[]; acted: Appearance[]; more: boolean }> {
  const token = tokenBytes((await keyedHash())('token|document', document.number))
  const { rows } = await sql<SealedRow>`
    select ${sealedColumns()} from request r
    where r.id in (select t.request_id from search_token t where t.token = ${token})
    order by r.id desc limit ${mostOfPerson + 1}`.execute(database)
  const opened = await openRows(rows.slice(0, mostOfPerson))
  const whose = (side: Side) =>
    opened.flatMap(({ id, record, identifiers, personal }) => {
      const found = documentOf(side, record, identifiers)
      const called = nameOf(side, personal)
      return found && isSameDocument(found, document) && foldName(called ?? '') === foldName(name)
        ? [{ id, reference: record.reference }]
        : []
    })
  return {
    held: whose('holder'),
    acted: whose('applicant'),
    more: rows.length > mostOfPerson,
  }
}
