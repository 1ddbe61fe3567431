import { AsyncLocalStorage } from 'node:async_hooks'
import { type AnyTransaction, runIn } from './sql'

/** The call of the HTTP API that is at work, where it has an Idempotency-Key. */
const calls = new AsyncLocalStorage<{ accountId: string; key: string }>()

/** The sending of a form that is at work, by its id. */
const sends = new AsyncLocalStorage<string>()

/**
 * Runs `work` as this sending of a form: a change of a request marks it as taken in its own
 * transaction.
 */
export const asSend = <T>(id: string, work: () => Promise<T>): Promise<T> => sends.run(id, work)

/** Runs `work` as this call: what its transactions bring about is noted beside its key. */
export const asCall = <T>(
  call: { accountId: string; key: string },
  work: () => Promise<T>,
): Promise<T> => calls.run(call, work)

/**
 * Notes in the transaction that brings it about what the call at work has done, so that the same
 * call does not do it twice though its process died before it could answer.
 */
export async function noteEffect(
  tx: AnyTransaction,
  effect: `request|${string}|${number}` | `webhook|${string}`,
) {
  const call = calls.getStore()
  if (call)
    await runIn(tx, (sql) =>
      sql
        .updateTable('idempotent_call')
        .set({ effect })
        .where('account_id', '=', call.accountId)
        .where('key', '=', call.key)
        .returning('key'),
    )
  const send = sends.getStore()
  if (send)
    await runIn(tx, (sql) =>
      sql.updateTable('form_send').set({ state: 'taken' }).where('id', '=', send).returning('id'),
    )
}
