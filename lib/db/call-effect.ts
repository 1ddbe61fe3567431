import { AsyncLocalStorage } from 'node:async_hooks'
import { type AnyTransaction, runIn } from './sql'

/** The API call being served, if it has an Idempotency-Key. */
const calls = new AsyncLocalStorage<{ accountId: string; key: string }>()

/** The form submission being served, by its id. */
const submissions = new AsyncLocalStorage<string>()

/** Runs `work` as this form submission: a change of a request marks it as done. */
export const asSubmission = <T>(id: string, work: () => Promise<T>): Promise<T> =>
  submissions.run(id, work)

/** Runs `work` as this call: what its transactions bring about is noted beside its key. */
export const asCall = <T>(
  call: { accountId: string; key: string },
  work: () => Promise<T>,
): Promise<T> => calls.run(call, work)

/**
 * Records the effect of the current call or submission in the same transaction, so that repeating
 * it has no second effect even if the process died before answering.
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
  const submission = submissions.getStore()
  if (submission)
    await runIn(tx, (sql) =>
      sql
        .updateTable('form_send')
        .set({ state: 'taken' })
        .where('id', '=', submission)
        .returning('id'),
    )
}
