import { type ClientRequest, request } from 'node:http'
import { withClient } from '@/lib/ops/database/roles'
import { until } from '@/lib/ops/until'
import { signInAt } from '../../browser/doors/sign-in'
import { benchPassword } from '../database'
import { callOnce } from '../load'
import type { Served } from '../serve'
import type { Subject, Subjects } from '../subjects'

export type Live = { open: number; listening: number; reachedAllIn: number; kilobytesEach: number }

/** So many pages open at one process: how many connections listen, how soon a change reaches all, and what each costs in memory. */
export async function measureLive(served: Served, subjects: Subjects, target: Subject, owner: string, pages: number): Promise<Live> {
  const cookie = await signInAt(served.address, subjects.people.all, benchPassword)
  const { port, host } = new URL(served.address)
  let [begun, heard, armed] = [0, 0, false]
  const before = served.memory()
  const streams: ClientRequest[] = []
  for (let count = 0; count < pages; count += 1) {
    const stream = request({ host: '127.0.0.1', localAddress: `127.3.${count >> 8}.${1 + (count & 127)}`, port, path: '/api/events', headers: { host, cookie }, agent: false }, (answer) => {
      begun += 1
      answer.on('data', (part: Buffer) => {
        if (armed && part.includes('changed')) heard += 1
      }).on('error', () => {})
    })
    stream.on('error', () => {})
    stream.end()
    streams.push(stream)
    if (count % 50 === 49) await until(async () => begun > count - 20, 20_000)
  }
  await until(async () => begun === pages, 60_000)
  const after = served.memory()
  const listening = await withClient(owner, async (client) => Number((await client.query("select count(*) from pg_stat_activity where query ilike 'listen %'")).rows[0].count))
  armed = true
  heard = 0
  const began = performance.now()
  const noted = await callOnce(served.address, { path: `/api/v1/requests/${target.reference}/facts`, method: 'POST', headers: { authorization: `Bearer ${subjects.key}`, 'content-type': 'application/json', 'if-match': '"99999999"' }, body: JSON.stringify({ step: 'identity_check', matchedBy: 'carrier_record', applicantChecked: true, numberMatched: true, readBack: true }) })
  if (noted.status !== 200) throw new Error(`the change was answered ${noted.status} ${noted.text}`)
  await until(async () => heard >= pages, 20_000).catch(() => {})
  const reachedAllIn = heard >= pages ? performance.now() - began : Number.NaN
  for (const stream of streams) stream.destroy()
  return { open: pages, listening, reachedAllIn, kilobytesEach: ((after - before) * 1024) / pages }
}
