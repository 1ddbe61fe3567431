import { randomUUID } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { countedOf } from '@/lib/reports/counted'
import type { rowsOf } from '@/lib/writer'

type Rows = ReturnType<typeof rowsOf>

// Text format of COPY (PostgreSQL, "COPY", File Formats): backslashes and line breaks are escaped,
// \N is null.
const text = (value: string | null) =>
  value === null
    ? '\\N'
    : value.replace(
        /[\\\n\r\t]/g,
        (found) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r' })[found] ?? '\\t',
      )
const bytes = (value: Uint8Array | null) =>
  value === null
    ? '\\N'
    : `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
const flag = (value: boolean | null) => (value === null ? '\\N' : String(value))
const moment = (value: Date | null) => (value === null ? '\\N' : value.toISOString())
const line = (...cells: string[]) => `${cells.join('\t')}\n`

const tables: { name: string; columns: string; lines(rows: Rows): string[] }[] = [
  {
    name: 'request',
    columns:
      'id, reference, state, version, store_id, carrier, region, card_type, channel, ' +
      'revision_id, customer_waiting, number_hash, receipt_number, due, assigned_to, ' +
      'waits_until, card_store, bag, card_owed, opened_at, updated_at, ended_at, record, ' +
      'sealed_identifiers, sealed_personal',
    lines: ({ request: r }) => [
      line(
        r.id,
        r.reference,
        r.state,
        String(r.version),
        r.store_id,
        r.carrier,
        r.region,
        r.card_type,
        r.channel,
        r.revision_id,
        String(r.customer_waiting),
        bytes(r.number_hash),
        text(r.receipt_number),
        text(r.due),
        text(r.assigned_to),
        text(r.waits_until),
        text(r.card_store),
        text(r.bag),
        String(r.card_owed),
        moment(r.opened_at),
        moment(r.updated_at),
        moment(r.ended_at),
        text(r.record),
        bytes(r.sealed_identifiers),
        bytes(r.sealed_personal),
      ),
    ],
  },
  {
    name: 'request_event',
    columns:
      'request_id, sequence, type, at, actor_kind, actor_id, facts, sealed_identifiers, ' +
      'sealed_personal, previous_hash, hash',
    lines: ({ events }) =>
      events.map((e) =>
        line(
          e.requestId,
          String(e.sequence),
          e.type,
          e.at,
          e.actor.kind,
          text(e.actor.id),
          text(JSON.stringify(e.facts)),
          bytes(e.sealedIdentifiers),
          bytes(e.sealedPersonal),
          bytes(e.previousHash),
          bytes(e.hash),
        ),
      ),
  },
  {
    name: 'request_key',
    columns: 'request_id, class, wrapped',
    lines: ({ keys }) => keys.map((key) => line(key.requestId, key.class, bytes(key.wrapped))),
  },
  {
    name: 'report_count',
    columns:
      'id, day, kind, store_id, carrier, channel, why, step, submitted_on, ended_on, ' +
      'decision_kept, end_kept, sent_back, overridden, rating, count, gathered',
    lines: ({ record, request }) =>
      countedOf(record, request.store_id).map((c) =>
        line(
          randomUUID(),
          c.day,
          c.kind,
          c.storeId,
          c.carrier,
          c.channel,
          c.why,
          text(c.step),
          text(c.submittedOn),
          text(c.endedOn),
          flag(c.decisionKept),
          flag(c.endKept),
          String(c.sentBack),
          String(c.overridden),
          text(c.rating),
          '1',
          'false',
        ),
      ),
  },
  {
    name: 'search_token',
    columns: 'token, store_id, request_id',
    lines: ({ tokens, request }) =>
      tokens.map((token) => line(bytes(token), request.store_id, request.id)),
  },
]

/** The names of the tables that are bulk-loaded. */
export const filledTables = tables.map(({ name }) => name)

/** The rows of one request as COPY lines, per table in the tables' order. */
export const linesOf = (rows: Rows): string[] => tables.map(({ lines }) => lines(rows).join(''))

/** Writes the rows of many requests, all or none. */
export async function copyRequests(client: Client, requests: readonly string[][]) {
  await client.query('begin')
  for (const [place, { name, columns }] of tables.entries()) {
    await pipeline(
      Readable.from([Buffer.from(requests.map((lines) => lines[place] ?? '').join(''))]),
      client.query(copyFrom(`copy ${name} (${columns}) from stdin`)),
    )
  }
  await client.query('commit')
}
