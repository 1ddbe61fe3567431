import { accountNames } from '@/lib/accounts/queries'
import { database } from '@/lib/db/client'
import { type BagState, bagState } from '../rules/bags'
import type { RequestRecord } from '../rules/request-record'
import { iccidOf, openRows } from './opened'

export type BagRow = {
  number: string
  state: BagState
  cards: number
  unfinished: number
  openedAt: string
}

const shown = 30

/**
 * A store's bags, newest first, with how many cards each holds and how many of them keep it from
 * being destroyed.
 */
export async function bagsOf(storeId: string): Promise<BagRow[]> {
  const rows = await database().$queryRaw<
    {
      number: string
      openedAt: Date
      sealedAt: Date | null
      handedAt: Date | null
      destroyedAt: Date | null
      cards: number
      unfinished: number
    }[]
  >`
    select b.number, b.opened_at as "openedAt", b.sealed_at as "sealedAt", b.handed_at as "handedAt", b.destroyed_at as "destroyedAt", held.cards, held.unfinished
    from bag b cross join lateral (
      select count(*)::int as cards, count(*) filter (where r.state <> 'completed')::int as unfinished from request r where r.bag = b.number
    ) held
    where b.store_id = ${storeId}::uuid order by b.id desc limit ${shown}`
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

/** One bag with its cards, for those who work at its store; null for everyone else. */
export async function bagByNumber(
  number: string,
  storeIds: readonly string[],
): Promise<BagDetail | null> {
  const bag = await database().bag.findFirst({
    where: { number, storeId: { in: [...storeIds] } },
    include: { store: true },
  })
  if (!bag) return null
  const rows = await database().request.findMany({ where: { bag: number }, orderBy: { id: 'asc' } })
  const [opened, names] = await Promise.all([
    openRows(rows.map((row) => ({ ...row, record: row.record as unknown as RequestRecord }))),
    accountNames([bag.sealedBy, bag.handedBy, bag.destroyedBy].flatMap((id) => id ?? [])),
  ])
  const by = (id: string | null) => names.get(id ?? '') ?? ''
  return {
    number,
    state: bagState(bag),
    store: bag.store,
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
      here: record.store === bag.store.code,
      owed: record.cardOwed,
    })),
  }
}
