import { v7 as uuidv7 } from 'uuid'
import type { Transaction } from '@/lib/db/client'
import { queueJob } from '@/lib/db/queue'
import { channelsOf, noticeAfter } from '@/lib/notices/due'
import type { RecordedEvent, RequestRecord } from '../../rules/request-record'

/**
 * Puts what the customer is to be told of an event into the outbox, in the event's own transaction;
 * a job sends it.
 */
export async function queueNotices(tx: Transaction, record: RequestRecord, event: RecordedEvent) {
  const due = noticeAfter(event.type, record)
  if (!due) return
  for (const channel of channelsOf(record)) {
    const id = uuidv7()
    await tx.$executeRaw`
      insert into notice (id, request_id, sequence, kind, channel, text_version, values, state, queued_at)
      values (${id}::uuid, ${record.id}::uuid, ${event.sequence}, ${due.kind}, ${channel}, coalesce((select max(version) from notice_text where kind = ${due.kind}), 0), ${JSON.stringify(due.values)}::jsonb, 'queued', ${new Date(event.at)})`
    await queueJob(tx, 'send_notice', { id }, { key: `notice ${id}` })
  }
}
