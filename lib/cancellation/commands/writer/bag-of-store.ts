import type { Transaction } from '@/lib/db/client'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { v7 as uuidv7 } from 'uuid'
import type { LockedRequest } from './next-event'

/**
 * Where a card goes whose return is noted: into the store's open bag. Refused when it lies sealed
 * away and is said to be lost.
 */
export async function bagForCard(
  tx: Transaction,
  { record, storeId }: LockedRequest,
  outcome: Record<string, unknown>,
  now: Date,
): Promise<Result<{ bag?: string }, Refusal<'invalid'>>> {
  const held = record.card && !record.card.gone ? record.card : null
  if (outcome.state === 'returned')
    return done(held ? {} : { bag: await openBag(tx, storeId, record.store, now) })
  if (!held) return done({})
  const sealed = held.bag
    ? await tx.bag.count({ where: { number: held.bag, NOT: { sealedAt: null } } })
    : 0
  const away = sealed > 0 || held.store !== record.store
  return away ? refused({ code: 'invalid', errors: { state: 'card_in_sealed_bag' } }) : done({})
}

/**
 * The number of the store's open bag, begun when there is none. The row is held shared: clerks who
 * put cards into it do not wait for each other, only for one who seals it.
 */
export async function openBag(
  tx: Transaction,
  storeId: string,
  storeCode: string,
  now: Date,
): Promise<string> {
  const found = await held(tx, storeId)
  if (found) return found
  const number = `${storeCode}-${String((await tx.bag.count({ where: { storeId } })) + 1).padStart(5, '0')}`
  await tx.$executeRaw`
    insert into bag (id, store_id, number, opened_at) values (${uuidv7()}::uuid, ${storeId}::uuid, ${number}, ${now}) on conflict do nothing`
  const begun = await held(tx, storeId)
  if (!begun) throw new Error(`store ${storeCode} has no open bag`)
  return begun
}

const held = async (tx: Transaction, storeId: string) =>
  (
    await tx.$queryRaw<
      { number: string }[]
    >`select number from bag where store_id = ${storeId}::uuid and sealed_at is null for share`
  )[0]?.number
