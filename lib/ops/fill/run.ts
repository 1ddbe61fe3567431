import { spawn } from 'node:child_process'
import { dayOf } from '@/lib/domain/days'
import { ensureHashKeys } from '@/lib/db/keyed-hash'
import { gatherCounts } from '@/lib/reports/commands'
import { withClient } from '../database/roles'
import { rangesOf } from '../history/ranges'
import { Problem } from '../command-line/problem'
import { withoutIndexes } from './indexes'
import { makeBags, makeStores } from './places'
import { batchSize, type FillPlan } from './plan'
import { demoTemplates } from './templates'

const day = 86_400_000
/** How far back the generated requests go, in milliseconds. */
const threeYears = 3 * 365 * day
const stores = 300
const accounts = 2000
const lines = 2

type Done = { requests: number; events: number }

/**
 * Fills the desk's database with this many plausible requests over three years, modelled on the
 * demo's; `said` receives the progress.
 */
export async function fill(
  requests: number,
  now: Date,
  owner: string,
  said: (done: Done & { seconds: number }) => void,
): Promise<Done & { seconds: number }> {
  await ensureHashKeys()
  const templates = await demoTemplates()
  if (templates.length === 0)
    throw new Problem(
      'There are no demo requests to use as templates: start the desk once on the embedded ' +
        'database (npm start), stop it, and fill then.',
    )
  if ((await withClient(owner, rangesOf)).length)
    throw new Problem('The history of this desk is partitioned: fill a new data folder (DATA_DIR).')
  const from = now.getTime() - threeYears
  const plan = await withClient(
    process.env.DATABASE_URL ?? '',
    async (client): Promise<FillPlan> => {
      const filled = await makeStores(client, stores, accounts)
      await makeBags(
        client,
        filled,
        monthsBetween(from, now.getTime()),
        new Date(now.getTime() - 62 * day).toISOString().slice(0, 7),
      )
      const { rows } = await client.query<{ n: number }>('select count(*)::int as n from request')
      return {
        requests,
        serialFrom: Number(rows[0]?.n ?? 0),
        from,
        now: now.getTime(),
        lines,
        templates,
        stores: filled,
      }
    },
  )
  const began = Date.now()
  const done = { requests: 0, events: 0 }
  await withoutIndexes(owner, () =>
    Promise.all(
      Array.from({ length: Math.min(lines, Math.ceil(requests / batchSize)) }, (_, line) =>
        runLine(line, plan, (more) => {
          done.requests += more.requests
          done.events += more.events
          said({ ...done, seconds: (Date.now() - began) / 1000 })
        }),
      ),
    ),
  )
  return { ...done, seconds: (Date.now() - began) / 1000 }
}

/**
 * After a fill: compacts the report counts as the nightly jobs would have, and updates the
 * planner's statistics and the visibility map for index-only scans.
 */
export async function refreshStatistics(owner: string) {
  await gatherCounts(dayOf(new Date()))
  await withClient(owner, async (client) => {
    await client.query('vacuum (full) report_count, report_month')
    await client.query(
      `vacuum (analyze) request, request_event, request_key, search_token, report_count,
        report_month, store, account, membership, bag`,
    )
  })
}

const runLine = (line: number, plan: FillPlan, heard: (more: Done) => void) =>
  new Promise<void>((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--max-semi-space-size=64', 'lib/ops/launch.mjs', 'lib/ops/fill/line', String(line)],
      { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
    )
    child.on('message', (more) => heard(more as Done))
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(
            new Problem(
              'A worker of the fill exited early; see its output above. What was ' +
                'written stays.',
            ),
          ),
    )
    child.send(plan)
  })

function monthsBetween(from: number, to: number): string[] {
  const [first, last] = [new Date(from), new Date(to)]
  const count =
    (last.getUTCFullYear() - first.getUTCFullYear()) * 12 +
    last.getUTCMonth() -
    first.getUTCMonth() +
    1
  return Array.from({ length: count }, (_, place) =>
    new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + place, 1))
      .toISOString()
      .slice(0, 7),
  )
}
