import type { SqlTransaction } from '@/lib/db/sql'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { LockedRequest } from './next-event'

/**
 * The bag that a returned card goes into: the store's open one. Refused when a card that lies in a
 * sealed bag is recorded as not returned.
 */
export async function bagForCard(
  tx: SqlTransaction,
  { record, storeId }: LockedRequest,
  outcome: Record<string, unknown>,
  now: Date,
): Promise<Result<{ bag?: string }, Refusal<'invalid'>>> {
  const held = record.card && !record.card.gone ? record.card : null
  if (outcome.state === 'returned')
    return done(held ? {} : { bag: await openBag(tx, storeId, record.store, now) })
  if (!held) return done({})
  const sealed =
    held.bag !== null &&
    (await tx
      .selectFrom('bag')
      .select('id')
      .where('number', '=', held.bag)
      .where('sealed_at', 'is not', null)
      .executeTakeFirst()) !== undefined
  const away = sealed || held.store !== record.store
  return away ? refused({ code: 'invalid', errors: { state: 'card_in_sealed_bag' } }) : done({})
}

/**
 * The number of the store's open bag, created when there is none. The row is locked in share mode:
 * clerks adding cards do not wait for each other, only for a clerk sealing it.
 */
export async function openBag(
  tx: SqlTransaction,
  storeId: string,
  storeCode: string,
  now: Date,
): Promise<string> {
  const found = await lockOpenBag(tx, storeId)
  if (found) return found
  const { bags } = await tx
    .selectFrom('bag')
    .select(sql<number>`count(*)::int`.as('bags'))
    .where('store_id', '=', storeId)
    .executeTakeFirstOrThrow()
  const number = `${storeCode}-${String(bags + 1).padStart(5, '0')}`
  await tx
    .insertInto('bag')
    .values({ id: uuidv7(), store_id: storeId, number, opened_at: now })
    .onConflict((clash) => clash.doNothing())
    .execute()
  const begun = await lockOpenBag(tx, storeId)
  if (!begun) throw new Error(`store ${storeCode} has no open bag`)
  return begun
}

const lockOpenBag = async (tx: SqlTransaction, storeId: string) =>
  (
    await tx
      .selectFrom('bag')
      .select('number')
      .where('store_id', '=', storeId)
      .where('sealed_at', 'is', null)
      .forShare()
      .executeTakeFirst()
  )?.number
