// The jobs process: graphile-worker on a role of its own, which owns the queue's schema and nothing else.
import { type Runner, run } from 'graphile-worker'
import { Pool } from 'pg'
import { lapseUntouched } from './jobs/lapse'

const pool = new Pool({ connectionString: process.env.DIRECT_DATABASE_URL, max: 3 })
pool.on('error', () => {})

const runner: Runner = await run({
  pgPool: pool,
  concurrency: 2,
  noHandleSignals: true,
  taskList: { lapse_untouched: async () => lapseUntouched(new Date()) },
  // 04:30 in Shanghai, before the shops open.
  crontab: '30 20 * * * lapse_untouched',
})

let ending = false
async function end() {
  if (ending) return
  ending = true
  await runner.stop()
  await pool.end()
  process.exit(0)
}
process.on('SIGTERM', () => void end())
process.on('disconnect', () => void end())
