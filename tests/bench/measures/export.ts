import { to as copyTo } from 'pg-copy-streams'
import { withClient } from '@/lib/ops/database/roles'
import { signInAt } from '../../browser/doors/sign-in'
import { benchPassword } from '../database'
import type { Served } from '../serve'
import type { Subjects } from '../subjects'

export type Exported = { rows: number; seconds: number; grewBy: number; copySeconds: number }

/** All requests as CSV: how long it takes, by how much the process grows, and how long the database alone takes to give the same rows out. */
export async function measureExport(served: Served, subjects: Subjects, owner: string): Promise<Exported> {
  const cookie = await signInAt(served.address, subjects.people.all, benchPassword)
  const form = new FormData()
  form.set('chosen', JSON.stringify({ all: {} }))
  const before = served.memory()
  let [grewBy, rows] = [0, 0]
  const began = performance.now()
  const answer = await fetch(`${served.address}/api/requests/export`, { method: 'POST', headers: { cookie, origin: served.address }, body: form })
  if (!answer.ok || !answer.body) throw new Error(`the export was answered ${answer.status}`)
  for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
    for (const byte of part) if (byte === 10) rows += 1
    grewBy = Math.max(grewBy, served.memory() - before)
  }
  const seconds = (performance.now() - began) / 1000
  const copySeconds = await withClient(owner, async (client) => {
    const start = performance.now()
    for await (const _ of client.query(copyTo('copy (select record, sealed_identifiers, sealed_personal from request order by id desc) to stdout'))) void _
    return (performance.now() - start) / 1000
  })
  return { rows, seconds, grewBy, copySeconds }
}
