import { transaction } from '@/lib/db/client'
import { queueJob } from '@/lib/db/queue'

/**
 * Re-queues what was pending when the backup was made, since the job queue is not part of it. A
 * notice or answer that was being sent may have been delivered: it is marked so, as after any
 * interruption.
 */
export const queueAgain = () =>
  transaction(async (tx) => {
    const onTheirWay = { state: { in: ['queued', 'waiting', 'sending'] } }
    await tx.notice.updateMany({ where: { state: 'sending' }, data: { uncertain: true } })
    await tx.question.updateMany({
      where: { answerState: 'sending' },
      data: { answerUncertain: true },
    })
    for (const { id } of await tx.notice.findMany({ where: onTheirWay, select: { id: true } }))
      await queueJob(tx, 'send_notice', { id }, { key: `notice ${id}` })
    for (const { id } of await tx.webhookDelivery.findMany({
      where: onTheirWay,
      select: { id: true },
    }))
      await queueJob(tx, 'deliver_webhook', { id }, { key: `webhook ${id}` })
    for (const { id } of await tx.question.findMany({
      where: { answerState: { in: ['queued', 'waiting', 'sending'] } },
      select: { id: true },
    }))
      await queueJob(tx, 'send_answer', { id }, { key: `answer ${id}` })
    for (const { guideId, plannedAt } of await tx.guideDraft.findMany({
      where: { plannedAt: { not: null } },
      select: { guideId: true, plannedAt: true },
    }))
      await queueJob(
        tx,
        'publish_planned',
        { guideId },
        { key: `publish_planned ${guideId}`, ...(plannedAt && { at: plannedAt }) },
      )
  })
