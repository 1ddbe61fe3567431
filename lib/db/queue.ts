import type { Transaction } from './client'

/** A task of the worker (lib/ops/jobs.ts). */
export type QueuedTask = 'publish_planned'

/**
 * Queues a job in the transaction that makes it necessary: both are there, or neither. `at`: not before that moment;
 * `key`: one job of this key at most, the newest counts.
 */
export async function queueJob(tx: Transaction, task: QueuedTask, payload: object, { key, at }: { key: string; at?: Date }): Promise<void> {
  await tx.$queryRaw`select graphile_worker.queue_for_desk(${task}, ${JSON.stringify(payload)}::json, ${key}, ${at ?? new Date(0)})`
}
