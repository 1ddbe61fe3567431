import { storeCodes } from '@/lib/domain/permissions'
import { dayOf } from '@/lib/domain/days'
import { type SqlTransaction, sqlTransaction } from '@/lib/db/sql'
import { errorsOf } from '@/lib/forms/errors-of'
import { type Refusal, type Result, done, refused } from '@/lib/result'
import { type BagAct, type BagRefusal, bagSchemas, judgeBag } from '../rules/bags'
import { type Actor, actorOf } from '../rules/actor'
import { type CustodyAct, custodySchemas, judgeCustody } from '../rules/custody'
import type { EventBody } from '../rules/events'
import { openBag } from './writer/bag-of-store'
import { lockRequest } from './writer/locked-request'
import { type Written, append } from './writer/append'

type Account = Actor & { kind: 'account'; name: string }
export type BagWritten = Result<{ number: string }, BagRefusal | Refusal<'not_found' | 'invalid'>>

const worksAt = ({ memberships }: Account, storeCode: string) =>
  storeCodes(memberships).includes(storeCode)

// The second person must have another name than the first.
const oneName = (one: string, other: string) =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

/**
 * Records what was done with a customer's card, also after the request has ended. Staff of the
 * store where the card lies may do so, even when the request was transferred since; for everyone
 * else the request is not found.
 */
export async function noteCustody({
  actor,
  reference,
  act,
  input,
  now,
}: {
  actor: Account
  reference: string
  act: CustodyAct
  input: Record<string, unknown>
  now: Date
}): Promise<Written> {
  const parsed = custodySchemas[act].safeParse(input)
  if (!parsed.success) return refused({ code: 'invalid', errors: errorsOf(parsed.error) })
  const { to, witness } = parsed.data as { to?: string; witness?: string }
  if (witness && oneName(witness, actor.name))
    return refused({ code: 'invalid', errors: { witness: 'second_name_needed' } })
  return sqlTransaction(async (tx): Promise<Written> => {
    const locked = await lockRequest(tx, reference, 'all')
    const where = locked?.record.card?.store
    if (!locked || !where || !worksAt(actor, where)) return refused({ code: 'not_found' })
    const store = await tx
      .selectFrom('store')
      .select(['id', 'code', 'uncollected_days as uncollectedDays'])
      .where('code', '=', where)
      .executeTakeFirstOrThrow()
    const refusal = judgeCustody(act, locked.record, store.uncollectedDays, dayOf(now))
    if (refusal) return refused(refusal)
    const said: EventBody<CustodyAct> =
      act === 'bag_card'
        ? { type: act, facts: { bag: await openBag(tx, store.id, store.code, now) } }
        : act === 'destroy_card'
          ? { type: act, facts: { bag: null } }
          : { type: act, facts: {} }
    const words = to ?? witness
    const personal = words ? { words } : null
    return done(await append(tx, locked, { ...said, at: now, actor: actorOf(actor), personal }))
  })
}

/**
 * Seals, hands over or destroys a bag of cards. Destroying it appends an event to every request
 * whose card is inside, in the same transaction.
 */
export async function actOnBag({
  actor,
  bag: number,
  act,
  input,
  now,
}: {
  actor: Account
  bag: string
  act: BagAct
  input: Record<string, unknown>
  now: Date
}): Promise<BagWritten> {
  const parsed = bagSchemas[act].safeParse(input)
  if (!parsed.success) return refused({ code: 'invalid', errors: errorsOf(parsed.error) })
  const {
    counted = null,
    to,
    witness,
  } = parsed.data as { counted?: number; to?: string; witness?: string }
  const second = to ?? witness
  if (second && oneName(second, actor.name))
    return refused({ code: 'invalid', errors: { [to ? 'to' : 'witness']: 'second_name_needed' } })
  return sqlTransaction(async (tx): Promise<BagWritten> => {
    // Lock requests before the bag, as everywhere: another order could deadlock.
    if (act === 'destroy') await cardsIn(tx, number).forUpdate().execute()
    const bag = await tx
      .selectFrom('bag')
      .innerJoin('store', 'store.id', 'bag.store_id')
      .select(['bag.id', 'store.code as storeCode', 'bag.sealed_at as sealedAt'])
      .select(['bag.handed_at as handedAt', 'bag.destroyed_at as destroyedAt'])
      .where('bag.number', '=', number)
      .forUpdate('bag')
      .executeTakeFirst()
    if (!bag || !worksAt(actor, bag.storeCode)) return refused({ code: 'not_found' })
    const cards = await cardsIn(tx, number).execute()
    const refusal = judgeBag(act, bag, cards, counted)
    if (refusal) return refused(refusal)
    const noted = {
      seal: { sealed_at: now, sealed_by: actor.id, cards: cards.length },
      hand_over: { handed_at: now, handed_by: actor.id, handed_to: to ?? null },
      destroy: { destroyed_at: now, destroyed_by: actor.id, witness: witness ?? null },
    }[act]
    await tx.updateTable('bag').set(noted).where('id', '=', bag.id).execute()
    if (act === 'destroy') {
      for (const { reference } of cards)
        await destroyCard(tx, actor, reference, number, witness ?? '', now)
    }
    return done({ number })
  })
}

/** The requests whose cards lie in a bag, in the order in which they are locked. */
const cardsIn = (tx: SqlTransaction, bag: string) =>
  tx
    .selectFrom('request')
    .select(['reference', 'state'])
    .where('bag', '=', bag)
    .where('card_store', 'is not', null)
    .orderBy('id')

async function destroyCard(
  tx: SqlTransaction,
  actor: Account,
  reference: string,
  bag: string,
  words: string,
  now: Date,
) {
  const locked = await lockRequest(tx, reference, 'all')
  if (locked)
    await append(tx, locked, {
      type: 'destroy_card',
      at: now,
      actor: actorOf(actor),
      facts: { bag },
      personal: { words },
    })
}
