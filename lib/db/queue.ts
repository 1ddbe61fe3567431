import type { Transaction } from './client'

/** A task of the worker (lib/ops/jobs.ts). */
export type QueuedTask =
  | 'publish_planned'
  | 'reckon_promises'
  | 'send_notice'
  | 'send_answer'
  | 'deliver_webhook'
  | 'keep_erasure'

/**
 * Queues a job in the transaction that makes it necessary: both are there, or neither. `at`: not
 * before that moment; `key`: one job of this key at most, the newest counts; `queue`: jobs of one
 * queue never run beside each other.
 */
export async function queueJob(
  tx: Transaction,
  task: QueuedTask,
  payload: object,
  { key, at, queue }: { key: string; at?: Date; queue?: string },
): Promise<void> {
  await tx.$queryRaw`select graphile_worker.queue_for_desk(${task}, ${JSON.stringify(payload)}::json, ${key}, ${at ?? new Date(0)}, ${queue ?? null}::text)`
}
