import { sql } from 'kysely'
import { type AnyTransaction, runIn } from './sql'

/** A task of the job worker (lib/ops/jobs/run.ts). */
export type QueuedTask =
  | 'publish_planned'
  | 'reckon_promises'
  | 'send_notice'
  | 'send_answer'
  | 'deliver_webhook'
  | 'keep_erasure'

/**
 * Queues a job in the transaction that makes it necessary. `at`: earliest start; `key`: a newer job
 * replaces a waiting one with the same key; `queue`: jobs of one queue run one at a time.
 */
export async function queueJob(
  tx: AnyTransaction,
  task: QueuedTask,
  payload: object,
  { key, at, queue }: { key: string; at?: Date; queue?: string },
): Promise<void> {
  await runIn(tx, (builder) =>
    builder.selectNoFrom(
      sql`graphile_worker.queue_for_desk(
        ${task}::text, ${JSON.stringify(payload)}::json, ${key}::text,
        ${at ?? new Date(0)}::timestamptz, ${queue ?? null}::text)`.as('queued'),
    ),
  )
}
