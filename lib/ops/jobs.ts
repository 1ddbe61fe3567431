// The jobs process: graphile-worker on a role of its own, which owns the queue's schema and nothing else.
import { Logger, run } from 'graphile-worker'
import { clearIdempotentCalls } from '@/lib/api/idempotency/write'
import { deliverWebhook } from '@/lib/api/webhooks/deliver'
import { dayOf } from '@/lib/calendar/dates'
import { log } from '@/lib/log'
import { publishPlanned } from '@/lib/guide/publish'
import { gatherCounts } from '@/lib/reports/write'
import { clearDrafts } from '@/lib/drafts/write'
import { clearUploads } from '@/lib/documents/uploads/write'
import { clearSends } from '@/lib/sends/write'
import { sendAnswer } from '@/lib/questions/answers/write'
import { sendNotice } from '@/lib/notices/outbox/write'
import { lapseUntouched } from './jobs/lapse'
import { keepErasure } from './erasures'
import { freeLeftJobs } from './jobs/free-left-jobs'
import { maskExpired } from './jobs/mask-expired'
import { purgeOldPhotos } from './jobs/purge-photos'
import { reckonPromises } from './jobs/reckon-promises'
import { remindOfAftercare } from './jobs/remind-aftercare'
import { writeHead } from './jobs/write-head'
import { watchDays } from './jobs/watch-days'

const quiet = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log[level === 'error' ? 'error' : 'warn']({ part: 'jobs' }, message)
})

/**
 * Ends this process; whoever keeps it running starts a fresh one, which frees what this one held (npm start does). The
 * queue's own recovery leaves a job alone for four hours that was being fetched when the database went.
 */
function giveUp(why: string): never {
  log.warn({ part: 'jobs' }, `${why}: the jobs process ends, to be started anew`)
  process.exit(1)
}

const stopHolding = await freeLeftJobs(process.env.DIRECT_DATABASE_URL ?? '', () => giveUp('the database was lost')).catch(() => giveUp('the database does not answer'))
const runner = await run({
  connectionString: process.env.DIRECT_DATABASE_URL,
  maxPoolSize: 3,
  logger: quiet,
  concurrency: 2,
  noHandleSignals: true,
  taskList: {
    lapse_untouched: async () => lapseUntouched(new Date()),
    watch_days: async () => watchDays(new Date()),
    reckon_promises: async () => reckonPromises(new Date()),
    send_notice: async (payload) => void (await sendNotice((payload as { id: string }).id, new Date())),
    mask_expired: async () => maskExpired(new Date()),
    purge_photos: async () => purgeOldPhotos(new Date()),
    clear_uploads: async () => void (await clearUploads(new Date())),
    remind_aftercare: async () => remindOfAftercare(new Date()),
    send_answer: async (payload) => void (await sendAnswer((payload as { id: string }).id)),
    deliver_webhook: async (payload) => void (await deliverWebhook((payload as { id: string }).id, process.env.WEBHOOKS_ALLOW_PRIVATE === '1', new Date())),
    keep_erasure: async (payload) => keepErasure(process.env.ERASURES_FILE ?? '', payload as { requestId: string; at: string }),
    gather_counts: async () => void (await gatherCounts(dayOf(new Date()))),
    write_head: async () => writeHead(new Date()),
    clear_calls: async () => void (await Promise.all([clearIdempotentCalls(new Date()), clearDrafts(new Date()), clearSends(new Date())])),
    publish_planned: async (payload) => void (await publishPlanned((payload as { guideId: string }).guideId, new Date())),
  },
  // A change of the calendar and a planned publication queue their own job; the minute's look is for what was missed.
  // In UTC: the head of all histories at 01:00 in Shanghai; 00:05 in Shanghai for the day that has begun, and each hour after for what a stop has missed; 04:30,
  // 04:45, 04:50 and 04:55 before the shops open;
  // customers are reminded at 10:00. One queue, so that no two of them are at work at once.
  crontab: ['5 * * * * watch_days ?queue=days&jobKey=watch_days', '30 20 * * * lapse_untouched ?queue=days', '45 20 * * * mask_expired ?queue=days', '50 20 * * * purge_photos ?queue=days', '20 * * * * clear_uploads ?queue=days', '25 * * * * clear_calls ?queue=days', '0 17 * * * write_head', '55 20 * * * gather_counts ?queue=days', '0 2 * * * remind_aftercare ?queue=days', '* * * * * reckon_promises ?queue=days&jobKey=reckon_promises'].join('\n'),
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
