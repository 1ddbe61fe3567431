import { createInterface } from 'node:readline'
import { stringify } from 'csv-stringify/sync'
import { to as copyTo } from 'pg-copy-streams'
import { exportRow } from '@/lib/cancellation/rules/export-row'
import { openDataKeys, openRow } from '@/lib/cancellation/crypto/encrypted-fields'
import { type ListedRecord, unlistedFields } from '@/lib/cancellation/queries/opened'
import { csvOptions } from '@/lib/forms/csv'
import { maskName } from '@/lib/domain/identifiers/mask'
import { staffDates } from '@/lib/i18n/dates'
import { withClient } from '@/lib/ops/database/roles'
import { signInAt } from '../../browser/access-table/sign-in'
import { benchPassword } from '../database'
import type { Served } from '../serve'
import type { Subjects } from '../subjects'

export type Exported = { rows: number; seconds: number; grewBy: number; copySeconds: number }

/**
 * All requests as CSV: how long it takes, by how much the process grows, and how long COPY of the
 * same rows through the same formatter takes in a process of its own, before it and after it.
 */
export async function measureExport(
  served: Served,
  subjects: Subjects,
  owner: string,
): Promise<Exported> {
  const cookie = await signInAt(served.address, subjects.people.all, benchPassword)
  // Who reads first brings the rows from the disk for who comes after: the half of both is what the
  // export is held against.
  const first = await copyThroughFormatter(owner)
  const form = new FormData()
  form.set('chosen', JSON.stringify({ all: {} }))
  const before = served.memory()
  let [grewBy, rows] = [0, 0]
  const began = performance.now()
  const answer = await fetch(`${served.address}/api/requests/export`, {
    method: 'POST',
    headers: { cookie, origin: served.address },
    body: form,
  })
  if (!answer.ok || !answer.body) throw new Error(`the export was answered ${answer.status}`)
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
    for (const byte of part) if (byte === 10) rows += 1
    grewBy = Math.max(grewBy, served.memory() - before)
  }
  const seconds = (performance.now() - began) / 1000
  const second = await copyThroughFormatter(owner)
  for (const copied of [first, second])
    if (copied.rows !== rows - 1)
      throw new Error(`the export has ${rows - 1} requests, COPY ${copied.rows}`)
  return { rows: second.rows, seconds, grewBy, copySeconds: (first.seconds + second.seconds) / 2 }
}

const words = {
  cardType: String,
  channel: String,
  state: String,
  carrier: String,
  moment: staffDates.moment,
  estimated: 'estimated',
}
type Line = [id: string, record: ListedRecord, sealed: string | null, wrapped: string | null]
const bytes = (hex: string | null) => (hex ? Buffer.from(hex, 'hex') : null)

async function copyThroughFormatter(owner: string) {
  const start = performance.now()
  let [rows, page] = [0, [] as ReturnType<typeof exportRow>[]]
  const give = () => {
    Buffer.from(stringify(page, { ...csvOptions, bom: false }))
    rows += page.length
    page = []
  }
  await withClient(owner, async (client) => {
    const out = client.query(
      copyTo(`copy (
      select json_build_array(r.id, r.record - '{${unlistedFields.join(',')}}'::text[],
      encode(r.sealed_personal, 'hex'), encode(k.wrapped, 'hex'))
      from request r left join request_key k on k.request_id = r.id and k.class = 'personal'
      order by r.id desc) to stdout`),
    )
    // The text format of COPY doubles each backslash.
    for await (const text of createInterface({ input: out })) {
      const [id, record, sealed, wrapped] = JSON.parse(text.replaceAll('\\\\', '\\')) as Line
      const { personal } = openRow(
        openDataKeys(
          id,
          wrapped ? [{ class: 'personal', wrapped: Buffer.from(wrapped, 'hex') }] : [],
        ),
        id,
        { sealedIdentifiers: null, sealedPersonal: bytes(sealed) },
      )
      page.push(
        exportRow(words, {
          record,
          numberMasked: personal?.numberMasked ?? null,
          holderMasked: personal ? maskName(personal.holderName) : null,
        }),
      )
      if (page.length === 500) give()
    }
    give()
  })
  return { rows, seconds: (performance.now() - start) / 1000 }
}
