import { Agent, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { withClient } from '@/lib/ops/database/roles'
import { mostStreams } from '@/lib/ops/web/event-streams.mjs'
import { signInAt } from '../../browser/access-table/sign-in'
import { benchPassword } from '../database'
import { callOnce } from '../load'
import { headersOf, noteOn, versionIn } from './api'
import { newRequest } from './counter'
import type { Served } from '../serve'
import type { Subjects } from '../subjects'

/**
 * `listening`: connections of the database that listen. Milliseconds, and kB of the process for
 * each.
 */
export type Live = { open: number; listening: number; slowest: number; kilobytesEach: number }

const changes = 5

/**
 * Many lists open at one process, each with its stream: what they weigh, and how soon a change has
 * reached them all.
 */
export async function measureLive(
  served: Served,
  subjects: Subjects,
  listener: string,
  streams: number,
): Promise<Live> {
  const { address } = served
  const at = new URL(address)
  // As many people as it takes: one session and one address may have so many lines, not all.
  const cookies: string[] = []
  while (cookies.length * mostStreams.pass < streams) {
    cookies.push(await signInAt(address, subjects.people.clerk, benchPassword))
  }
  const reference = await newRequest(address, subjects.key, streams)
  let [heard, onAll] = [0, () => {}]
  const agent = new Agent({ maxSockets: streams })
  let lines = 0
  const follow = () =>
    new Promise<void>((resolve, reject) => {
      const line = lines++
      const cookie = cookies[Math.floor(line / mostStreams.pass)]
      const localAddress = `127.0.1.${1 + Math.floor(line / mostStreams.address)}`
      const asked = {
        ...{ agent, localAddress, host: '127.0.0.1', port: at.port, path: '/api/events' },
        headers: { host: at.host, cookie },
      }
      const sent = request(asked, (answer) => {
        if (answer.statusCode !== 200)
          return reject(new Error(`a stream was answered ${answer.statusCode}`))
        answer.on('data', (part: Buffer) => {
          if (!part.includes('event: changed')) return
          heard += 1
          if (heard === streams) onAll()
        })
        answer.on('error', () => {})
        resolve()
      })
      sent.on('error', reject)
      sent.end()
    })
  // What making the streams has left behind is none of theirs: it goes before each look.
  const memory = async () => {
    await callOnce(address, { path: '/api/floor?do=collect' })
    return served.memory()
  }
  await follow()
  await wait(3000)
  const before = await memory()
  let opened = 1
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      while (opened < streams) {
        opened += 1
        await follow()
      }
    }),
  )
  console.log(`  ${opened} streams are open, ${served.memory()} MB, ${before} before`)
  // Past a beat of each stream: what that keeps counts too.
  await wait(25_000)
  const kilobytesEach = (((await memory()) - before) * 1024) / (streams - 1)
  const listening = await withClient(
    listener,
    async (client) =>
      (
        await client.query(
          "select count(*)::int as n from pg_stat_activity where query ilike 'listen %'",
        )
      ).rows[0].n as number,
  )

  let slowest = 0
  for (let change = 0; change < changes; change += 1) {
    heard = 0
    const all = new Promise<void>((resolve) => {
      onAll = resolve
    })
    const version =
      versionIn(
        (
          await callOnce(address, {
            path: `/api/v1/requests/${reference}`,
            headers: headersOf(subjects.key),
          })
        ).text,
      ) ?? 0
    const began = performance.now()
    const noted = await callOnce(address, noteOn(reference, subjects.key, version))
    if (noted.status !== 200)
      throw new Error(`the change was answered ${noted.status} ${noted.text}`)
    await Promise.race([all, wait(30_000)])
    slowest = Math.max(slowest, performance.now() - began)
    if (heard < streams) throw new Error(`only ${heard} of ${streams} heard of it`)
  }
  agent.destroy()
  return { open: streams, listening, slowest, kilobytesEach }
}
