// The jobs process: graphile-worker on a role of its own, which owns the queue's schema and nothing
// else.
import { Logger, run } from 'graphile-worker'
import { log } from '@/lib/log'
import { clearOldErrors } from './jobs/clear-old-errors'
import { freeLeftJobs } from './jobs/free-left-jobs'
import { taskList } from './jobs/task-list'

const quiet = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning')
    log[level === 'error' ? 'error' : 'warn']({ part: 'jobs' }, message)
})

/**
 * Ends this process; whoever keeps it running starts a fresh one, which frees what this one held
 * (npm start does). The queue's own recovery leaves a job alone for four hours that was being
 * fetched when the database went.
 */
function giveUp(why: string): never {
  log.warn({ part: 'jobs' }, `${why}: the jobs process ends, to be started anew`)
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
  // A change of the calendar and a planned publication queue their own job; the minute's look is
  // for what was missed. In UTC: the head of all histories at 01:00 in Shanghai; 00:05 in Shanghai
  // for the day that has begun, and each hour after for what a stop has missed; 04:30, 04:45, 04:50
  // and 04:55 before the shops open; customers are reminded at 10:00. One queue, so that no two of
  // them are at work at once.
  crontab: [
    '5 * * * * watch_days ?queue=days&jobKey=watch_days',
    '30 20 * * * lapse_untouched ?queue=days',
    '45 20 * * * mask_expired ?queue=days',
    '50 20 * * * purge_photos ?queue=days',
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
