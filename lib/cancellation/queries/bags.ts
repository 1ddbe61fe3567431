import { accountNames } from '@/lib/accounts/queries'
import { sql } from 'kysely'
import { anyOf, sqlDatabase } from '@/lib/db/sql'
import { type BagState, bagState } from '../rules/bags'
import type { RequestRecord } from '../rules/request-record'
import { type SealedRow, iccidOf, openRows, sealedColumns } from './opened'

export type BagRow = {
  number: string
  state: BagState
  cards: number
  unfinished: number
  openedAt: string
}

const shown = 30

/**
 * A store's bags, newest first, with the number of cards and the number of those that block
 * destruction.
 */
export async function bagsOf(storeId: string): Promise<BagRow[]> {
  const rows = await sqlDatabase()
    .selectFrom('bag as b')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('request as r')
          .select(sql<number>`count(*)::int`.as('cards'))
          .select(
            sql<number>`(count(*) filter (where r.state <> 'completed'))::int`.as('unfinished'),
          )
          .whereRef('r.bag', '=', 'b.number')
          .as('held'),
      (join) => join.onTrue(),
    )
    .select(['b.number', 'b.opened_at as openedAt', 'b.sealed_at as sealedAt'])
    .select(['b.handed_at as handedAt', 'b.destroyed_at as destroyedAt'])
    .select(['held.cards', 'held.unfinished'])
    .where('b.store_id', '=', storeId)
    .orderBy('b.id', 'desc')
    .limit(shown)
    .execute()
  return rows.map(({ number, cards, unfinished, openedAt, ...times }) => ({
    number,
    cards,
    unfinished,
    openedAt: openedAt.toISOString(),
    state: bagState(times),
  }))
}

export type BagDetail = {
  number: string
  state: BagState
  store: { code: string; nameZh: string; nameEn: string }
  openedAt: string
  sealed: { at: string; by: string; cards: number } | null
  handed: { at: string; by: string; to: string } | null
  destroyed: { at: string; by: string; witness: string } | null
  cards: {
    reference: string
    state: RequestRecord['state']
    iccidMasked: string | null
    here: boolean
    owed: boolean
  }[]
}

/** One bag with its cards, for people of its store; null otherwise. */
export async function bagByNumber(
  number: string,
  storeIds: readonly string[],
): Promise<BagDetail | null> {
  const bag = await sqlDatabase()
    .selectFrom('bag as b')
    .innerJoin('store as s', 's.id', 'b.store_id')
    .select(['b.opened_at as openedAt', 'b.cards', 's.code', 's.name_zh as nameZh'])
    .select(['s.name_en as nameEn', 'b.sealed_at as sealedAt', 'b.sealed_by as sealedBy'])
    .select(['b.handed_at as handedAt', 'b.handed_by as handedBy', 'b.handed_to as handedTo'])
    .select(['b.destroyed_at as destroyedAt', 'b.destroyed_by as destroyedBy', 'b.witness'])
    .where('b.number', '=', number)
    .where('b.store_id', '=', anyOf(storeIds))
    .executeTakeFirst()
  if (!bag) return null
  const { rows } = await sql<SealedRow>`
    select ${sealedColumns()} from request r where r.bag = ${number} order by r.id`.execute(
    sqlDatabase(),
  )
  const [opened, names] = await Promise.all([
    openRows(rows),
    accountNames([bag.sealedBy, bag.handedBy, bag.destroyedBy].flatMap((id) => id ?? [])),
  ])
  const by = (id: string | null) => names.get(id ?? '') ?? ''
  return {
    number,
    state: bagState(bag),
    store: { code: bag.code, nameZh: bag.nameZh, nameEn: bag.nameEn },
    openedAt: bag.openedAt.toISOString(),
    sealed: bag.sealedAt && {
      at: bag.sealedAt.toISOString(),
      by: by(bag.sealedBy),
      cards: bag.cards ?? 0,
    },
    handed: bag.handedAt && {
      at: bag.handedAt.toISOString(),
      by: by(bag.handedBy),
      to: bag.handedTo ?? '',
    },
    destroyed: bag.destroyedAt && {
      at: bag.destroyedAt.toISOString(),
      by: by(bag.destroyedBy),
      witness: bag.witness ?? '',
    },
    cards: opened.map(({ record, personal }) => ({
      reference: record.reference,
      state: record.state,
      iccidMasked: iccidOf(personal),
      here: record.store === bag.code,
      owed: record.cardOwed,
    })),
  }
}
