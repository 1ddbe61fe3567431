import { v7 as uuidv7 } from 'uuid'
import { sql } from 'kysely'
import type { RequestChange } from '@/lib/cancellation/rules/change'
import { publicFacts } from '@/lib/cancellation/rules/events'
import { queueJob } from '@/lib/db/queue'
import type { SqlTransaction } from '@/lib/db/sql'
import { channelsOf, noticeAfter } from '../due'

/**
 * Puts what the customer is to be told of an event into the outbox, in the event's own transaction;
 * a job sends it.
 */
export async function queueNotices(
  tx: SqlTransaction,
  { after: { record }, event }: RequestChange,
) {
  const due = noticeAfter(event.type, record, publicFacts(event.facts))
  if (!due) return
  for (const channel of channelsOf(record)) {
    const id = uuidv7()
    await tx
      .insertInto('notice')
      .values(({ selectFrom }) => ({
        id,
        request_id: record.id,
        sequence: event.sequence,
        kind: due.kind,
        channel,
        text_version: selectFrom('notice_text')
          .select(sql<number>`coalesce(max(version), 0)`.as('newest'))
          .where('kind', '=', due.kind),
        values: JSON.stringify(due.values),
        state: 'queued',
        queued_at: event.at,
      }))
      .execute()
    await queueJob(tx, 'send_notice', { id }, { key: `notice ${id}` })
  }
}
