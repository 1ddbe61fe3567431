// The jobs process: graphile-worker with its own role, which owns nothing but the queue's schema.
import { Logger, run } from 'graphile-worker'
import { log } from '@/lib/log'
import { clearOldErrors } from './clear-old-errors'
import { freeLeftJobs } from './free-left-jobs'
import { taskList } from './task-list'

const quiet = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning')
    log[level === 'error' ? 'error' : 'warn']({ part: 'jobs' }, message)
})

/**
 * Exits, so that the supervisor (npm start) starts a fresh process, which releases this one's jobs.
 * The queue's own recovery would leave a job that was being fetched when the database disconnected
 * locked for four hours.
 */
function giveUp(why: string): never {
  log.warn({ part: 'jobs' }, `${why}: the jobs process exits to be restarted`)
  process.exit(1)
}

const stopHolding = await freeLeftJobs(process.env.DIRECT_DATABASE_URL ?? '', () =>
  giveUp('the database was lost'),
).catch(() => giveUp('the database does not answer'))
await clearOldErrors(process.env.DIRECT_DATABASE_URL ?? '')
const runner = await run({
  connectionString: process.env.DIRECT_DATABASE_URL,
  maxPoolSize: 3,
  logger: quiet,
  concurrency: 2,
  noHandleSignals: true,
  taskList,
  // Calendar changes and scheduled publications queue their own job; the minutely run catches what
  // was missed. Times are in UTC: the head of all histories at 01:00 in Shanghai; the day's start
  // at 00:05 in Shanghai, and hourly for what a downtime missed; 04:30, 04:45, 04:50 and 04:55
  // before the stores open; customers are reminded at 10:00. One queue, so that no two of them run
  // at once.
  crontab: [
    '5 * * * * watch_days ?queue=days&jobKey=watch_days',
    '30 20 * * * lapse_untouched ?queue=days',
    '45 20 * * * mask_expired ?queue=days',
    '50 20 * * * purge_photos ?queue=days',
    '*/10 * * * * send_held_notices ?queue=days',
    '20 * * * * clear_uploads ?queue=days',
    '25 * * * * clear_calls ?queue=days',
    '0 17 * * * write_head',
    '55 20 * * * gather_counts ?queue=days',
    '0 2 * * * remind_aftercare ?queue=days',
    '* * * * * reckon_promises ?queue=days&jobKey=reckon_promises',
  ].join('\n'),
})

let ending = false
async function end() {
  if (ending) return
  ending = true
  await runner.stop()
  await stopHolding()
  process.exit(0)
}
void runner.promise.catch(() => {}).then(() => !ending && giveUp('the queue stopped'))
process.on('SIGTERM', () => void end())
process.on('disconnect', () => void end())
