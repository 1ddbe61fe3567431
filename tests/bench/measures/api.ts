import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Call, type Effort, type Timed, callOnce, load, quieterOf } from '../load'
import type { Given } from '../replay'
import type { Served } from '../serve'
import type { Bare } from '../serve-bare'
import type { StatementLog } from '../statement-log'
import type { Subject, Subjects } from '../subjects'
import { statementsOf } from './pages'

/**
 * `floor`: 0 where it did not meet the same rows; `bare`: what a bare Node server does of the same.
 */
export type AgainstFloor = {
  what: string
  perSecond: number
  floor: number
  bare: number
  p95: number
  statements: number
  bad: number
  scans: string[]
}

/** A fact that can be noted again and again. */
const identityNote = {
  step: 'identity_check',
  matchedBy: 'carrier_record',
  applicantChecked: true,
  numberMatched: true,
  readBack: true,
}

export const headersOf = (key: string) => ({
  authorization: `Bearer ${key}`,
  'content-type': 'application/json',
})

/** Notes it on a request that was seen in this version. */
export const noteOn = (reference: string, key: string, version: number): Call => ({
  path: `/api/v1/requests/${reference}/facts`,
  method: 'POST',
  headers: { ...headersOf(key), 'if-match': `"${version}"` },
  body: JSON.stringify(identityNote),
})

/** The version that an answer tells; undefined in a refusal. */
export const versionIn = (text: string) => (JSON.parse(text) as { version?: number }).version

/**
 * Reads and writes of the API, each in turns with a route handler of the same app that does the
 * same statements and nothing else, and with a bare server that does; what these write to,
 * `floorTargets`, can be opened no more.
 */
export async function measureApi(
  served: Served,
  bare: Bare,
  log: StatementLog,
  subjects: Subjects,
  targets: readonly Subject[],
  floorTargets: readonly Subject[],
  effort: Effort,
): Promise<AgainstFloor[]> {
  const { address } = served
  const headers = headersOf(subjects.key)
  // Each connection notes on a request of its own, and goes on from the version that it was
  // answered.
  const versions = targets.map(() => 1)
  const note = (place: number) =>
    noteOn(targets[place]?.reference ?? '', subjects.key, versions[place] ?? 0)
  const heard = (connection: number, text: string) => {
    const version = versionIn(text)
    if (version !== undefined && targets[connection]) versions[connection] = version
  }
  const [first = subjects.short] = targets

  const kinds: {
    what: string
    call: (connection: number) => Call
    floor: (connection: number, from: number) => string
  }[] = [
    {
      what: 'API: one request',
      call: () => ({ path: `/api/v1/requests/${subjects.short.reference}`, headers }),
      floor: () => '',
    },
    {
      what: 'API: list of 50',
      call: () => ({ path: '/api/v1/requests?limit=50', headers }),
      floor: () => '',
    },
    {
      what: 'API: a fact through the writer',
      call: (connection) => note(connection),
      floor: (connection, from) =>
        '&' +
        `target=${encodeURIComponent(floorTarget(floorTargets[connection % floorTargets.length] ?? first, from))}`,
    },
  ]
  // The statements of a fact look for the event before it: there has to be one, where the floor
  // does them.
  for (const { reference } of floorTargets)
    for (const version of [1, 2]) await callOnce(address, noteOn(reference, subjects.key, version))
  const rows: AgainstFloor[] = []
  for (const { what, call, floor } of kinds) {
    const tried = await callOnce(address, call(0))
    if (tried.status >= 400) throw new Error(`${what}: ${tried.status} ${tried.text}`)
    if (what.includes('writer')) heard(0, tried.text)
    const { statements, scans, rows: met, noted } = await statementsOf(log, address, call(0))
    // The noted call made a version more.
    versions[0] = (versions[0] ?? 0) + (what.includes('writer') ? 1 : 0)
    const given: Given = { name: what, about: first, statements: noted }
    await giveFloor(address, given)
    await bare.take(given)
    const { rows: again } = JSON.parse(
      (
        await callOnce(address, {
          path: `/api/floor?do=run&name=${encodeURIComponent(what)}${floor(0, floorFrom)}`,
        })
      ).text,
    ) as { rows: number }
    if (again !== met)
      console.log(
        `  ${what}: the floor met ${again} rows where the product met ${met}, so ` +
          'there is no ratio',
      )
    let [timed, under, beneath]: Timed[] = []
    for (let round = 0; round < (effort.rounds ?? 1); round += 1) {
      timed = quieterOf(
        timed,
        await load(address, (_, connection) => call(connection), {
          ...effort,
          ...(what.includes('writer') && { heard }),
        }),
      )
      under = quieterOf(
        under,
        await load(
          address,
          (_, connection) => ({
            path: `/api/floor?do=run&name=${encodeURIComponent(what)}${floor(connection, floorFrom)}`,
          }),
          effort,
        ),
      )
      beneath = quieterOf(
        beneath,
        await load(
          bare.address,
          (_, connection) => ({
            path: `/?name=${encodeURIComponent(what)}${floor(connection, bareFrom)}`,
          }),
          effort,
        ),
      )
    }
    if (!timed || !under || !beneath || under.bad || beneath.bad)
      throw new Error(
        `the floor of "${what}" failed ${under?.bad} times, the bare server ${beneath?.bad}: ` +
          'no ratio is worth anything',
      )
    rows.push({
      what,
      perSecond: timed.perSecond,
      p95: timed.p95,
      floor: again === met ? under.perSecond : 0,
      bare: beneath.perSecond,
      statements,
      bad: timed.bad,
      scans,
    })
  }
  return rows
}

// Their events are numbered far above what the product writes, so that none runs into another.
const [floorFrom, bareFrom] = [1_000_000, 2_000_000] as const
const floorTarget = ({ id, reference }: Subject, from: number) => `${id}|${reference}|${from}`

async function giveFloor(address: string, given: Given) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-floor-'))
  try {
    const file = join(folder, 'given.json')
    writeFileSync(file, JSON.stringify(given))
    const { status } = await callOnce(address, {
      path: `/api/floor?${new URLSearchParams({ do: 'take', file })}`,
    })
    if (status !== 200) throw new Error(`the floor answered ${status}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
