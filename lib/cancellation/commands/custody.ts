import { storeCodes } from '@/lib/auth/policy'
import { dayOf } from '@/lib/domain/days'
import { type Transaction, transaction } from '@/lib/db/client'
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

// Two names means two people.
const oneName = (one: string, other: string) =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

/**
 * Notes what was done with a customer's card, on ended requests too. Whoever works where the card
 * lies may do it, even when the request has moved to another store since; anyone else finds
 * nothing.
 */
export async function noteCustody(
  by: Account,
  reference: string,
  act: CustodyAct,
  asked: Record<string, unknown>,
  now: Date,
): Promise<Written> {
  const parsed = custodySchemas[act].safeParse(asked)
  if (!parsed.success) return refused({ code: 'invalid', errors: errorsOf(parsed.error) })
  const { to, witness } = parsed.data as { to?: string; witness?: string }
  if (witness && oneName(witness, by.name))
    return refused({ code: 'invalid', errors: { witness: 'second_name_needed' } })
  return transaction(async (tx): Promise<Written> => {
    const held = await lockRequest(tx, reference, 'all')
    const where = held?.record.card?.store
    if (!held || !where || !worksAt(by, where)) return refused({ code: 'not_found' })
    const store = await tx.store.findUniqueOrThrow({ where: { code: where } })
    const refusal = judgeCustody(act, held.record, store.uncollectedDays, dayOf(now))
    if (refusal) return refused(refusal)
    const said: EventBody<CustodyAct> =
      act === 'bag_card'
        ? { type: act, facts: { bag: await openBag(tx, store.id, store.code, now) } }
        : act === 'destroy_card'
          ? { type: act, facts: { bag: null } }
          : { type: act, facts: {} }
    const words = to ?? witness
    const personal = words ? { words } : null
    return done(await append(tx, held, { ...said, at: now, actor: actorOf(by), personal }))
  })
}

/**
 * Seals, hands over or destroys a bag. Destroying it is an event of each request whose card is in
 * it, in one transaction.
 */
export async function actOnBag(
  by: Account,
  number: string,
  act: BagAct,
  asked: Record<string, unknown>,
  now: Date,
): Promise<BagWritten> {
  const parsed = bagSchemas[act].safeParse(asked)
  if (!parsed.success) return refused({ code: 'invalid', errors: errorsOf(parsed.error) })
  const {
    counted = null,
    to,
    witness,
  } = parsed.data as { counted?: number; to?: string; witness?: string }
  const second = to ?? witness
  if (second && oneName(second, by.name))
    return refused({ code: 'invalid', errors: { [to ? 'to' : 'witness']: 'second_name_needed' } })
  return transaction(async (tx): Promise<BagWritten> => {
    // Requests first, then the bag: the same order as everywhere else that holds both.
    if (act === 'destroy')
      await tx.$queryRaw`select id from request where bag = ${number} and card_store is not null order by id for update`
    const [bag] = await tx.$queryRaw<
      {
        id: string
        storeCode: string
        sealedAt: Date | null
        handedAt: Date | null
        destroyedAt: Date | null
      }[]
    >`
      select b.id, s.code as "storeCode", b.sealed_at as "sealedAt", b.handed_at as "handedAt", b.destroyed_at as "destroyedAt"
      from bag b join store s on s.id = b.store_id where b.number = ${number} for update of b`
    if (!bag || !worksAt(by, bag.storeCode)) return refused({ code: 'not_found' })
    const cards = await tx.request.findMany({
      where: { bag: number, NOT: { cardStore: null } },
      select: { reference: true, state: true },
      orderBy: { id: 'asc' },
    })
    const refusal = judgeBag(act, bag, cards, counted)
    if (refusal) return refused(refusal)
    if (act === 'seal')
      await tx.bag.update({
        where: { id: bag.id },
        data: { sealedAt: now, sealedBy: by.id, cards: cards.length },
      })
    if (act === 'hand_over')
      await tx.bag.update({
        where: { id: bag.id },
        data: { handedAt: now, handedBy: by.id, handedTo: to ?? null },
      })
    if (act === 'destroy') {
      await tx.bag.update({
        where: { id: bag.id },
        data: { destroyedAt: now, destroyedBy: by.id, witness: witness ?? null },
      })
      for (const { reference } of cards)
        await destroyCard(tx, by, reference, number, witness ?? '', now)
    }
    return done({ number })
  })
}

async function destroyCard(
  tx: Transaction,
  by: Account,
  reference: string,
  bag: string,
  words: string,
  now: Date,
) {
  const held = await lockRequest(tx, reference, 'all')
  if (held)
    await append(tx, held, {
      type: 'destroy_card',
      at: now,
      actor: actorOf(by),
      facts: { bag },
      personal: { words },
    })
}
