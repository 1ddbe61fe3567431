// The tasks of the jobs process, by queue name.
import type { Task, TaskList } from 'graphile-worker'
import { clearIdempotentCalls } from '@/lib/api/idempotency/commands'
import { deliverWebhook } from '@/lib/api/webhooks/deliver'
import { dayOf } from '@/lib/domain/days'
import { clearUploads } from '@/lib/documents/uploads/commands'
import { clearDrafts } from '@/lib/drafts/commands'
import { PlainError, faultOf, loggableError } from '@/lib/plain-error'
import { publishPlanned } from '@/lib/guide/commands/publish'
import { clearDraftVersions } from '@/lib/guide/commands/draft-versions'
import { sendHeldNotices, sendNotice } from '@/lib/notices/outbox/commands'
import { sendAnswer } from '@/lib/questions/answers/commands'
import { gatherCounts } from '@/lib/reports/commands'
import { clearSubmissions } from '@/lib/form-submissions/commands'
import { gatherVisits } from '@/lib/visits/commands'
import { type Erasure, keepErasure } from '../ledgers/erasures'
import { lapseUntouched } from './lapse'
import { maskExpired } from './mask-expired'
import { purgeOldPhotos } from './purge-photos'
import { recalculateAllPromises } from './recalculate-promises'
import { remindOfAftercare } from './remind-aftercare'
import { watchDays } from './watch-days'
import { writeHead } from './write-head'

const tasks: TaskList = {
  lapse_untouched: async () => lapseUntouched(new Date()),
  watch_days: async () => watchDays(new Date()),
  reckon_promises: async () => recalculateAllPromises(new Date()),
  send_notice: async (payload) =>
    void (await sendNotice((payload as { id: string }).id, new Date())),
  send_held_notices: async () => void (await sendHeldNotices(new Date())),
  mask_expired: async () => maskExpired(new Date()),
  purge_photos: async () => purgeOldPhotos(new Date()),
  clear_uploads: async () => void (await clearUploads(new Date())),
  remind_aftercare: async () => remindOfAftercare(new Date()),
  send_answer: async (payload) => void (await sendAnswer((payload as { id: string }).id)),
  deliver_webhook: async (payload) => {
    const allowPrivate = process.env.WEBHOOKS_ALLOW_PRIVATE === '1'
    await deliverWebhook((payload as { id: string }).id, allowPrivate, new Date())
  },
  keep_erasure: async (payload) => keepErasure(process.env.ERASURES_FILE ?? '', payload as Erasure),
  gather_counts: async () => {
    const today = dayOf(new Date())
    await gatherCounts(today)
    await gatherVisits(today)
  },
  write_head: async () => writeHead(new Date()),
  clear_calls: async () =>
    void (await Promise.all([
      clearIdempotentCalls(new Date()),
      clearDrafts(new Date()),
      clearSubmissions(new Date()),
      clearDraftVersions(new Date()),
    ])),
  publish_planned: async (payload) =>
    void (await publishPlanned((payload as { guideId: string }).guideId, new Date())),
}

/**
 * The queue stores a failed job's error message and logs its stack, and neither may quote a
 * customer: errors of our own pass; any other is reduced to type, code and frames.
 */
export const plainly =
  (task: Task): Task =>
  async (payload, helpers) => {
    try {
      await task(payload, helpers)
    } catch (error) {
      throw Object.assign(new PlainError(faultOf(error)), { stack: framesOf(error) })
    }
  }

const framesOf = (error: unknown) =>
  [faultOf(error), loggableError(error).stack].filter(Boolean).join('\n')

/** The tasks in the queue's form. */
export const taskList: TaskList = Object.fromEntries(
  Object.entries(tasks).map(([name, task]) => [name, plainly(task as Task)]),
)
