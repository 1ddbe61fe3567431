import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { cache } from 'react'
import { type Transaction, database } from '@/lib/db/client'
import { compiledStatement } from '@/lib/db/compiled-statement'
import type { CardType, Channel } from '@/lib/domain/coded-values'
import { cardTypes, channels } from '@/lib/domain/coded-values'
import type { Use } from '@/lib/result'

export type Named = { code: string; nameZh: string; nameEn: string }

/** The carriers' names, in display order. */
export const carriersNamed = (): Promise<Named[]> => carriersInOrder({})

const carriersInOrder = compiledStatement<object>()((builder) =>
  builder
    .selectFrom('carrier')
    .select(['code', 'name_zh as nameZh', 'name_en as nameEn'])
    .orderBy('position'),
)

const regionsInOrder = compiledStatement<object>()((builder) =>
  builder
    .selectFrom('region')
    .select(['code', 'name_zh as nameZh', 'name_en as nameEn'])
    .orderBy('code'),
)

/** All carriers and regions, for selection and display. */
export async function carriersAndRegions(): Promise<{ carriers: Named[]; regions: Named[] }> {
  const [carriers, regions] = await Promise.all([carriersNamed(), regionsInOrder({})])
  return { carriers, regions }
}

type WithObligations = Named & {
  website: string
  hotline: string
  frozenDays: number
  applicants: string[]
  obligations: (Named & { helpZh: string; helpEn: string })[]
}

/** A carrier with its obligations; null when there is none. Cached per page. */
export const carrierByCode = cache(
  async (code: string): Promise<WithObligations | null> => (await byCode({ code }))[0] ?? null,
)

const byCode = compiledStatement<{ code: string }>()((builder, value) =>
  builder
    .selectFrom('carrier as c')
    .select(['c.code', 'c.name_zh as nameZh', 'c.name_en as nameEn', 'c.website', 'c.hotline'])
    .select(['c.frozen_days as frozenDays', 'c.applicants'])
    .select((from) =>
      jsonArrayFrom(
        from
          .selectFrom('obligation as o')
          .select(['o.code', 'o.name_zh as nameZh', 'o.name_en as nameEn'])
          .select(['o.help_zh as helpZh', 'o.help_en as helpEn'])
          .whereRef('o.carrier', '=', 'c.code')
          .orderBy('o.position'),
      ).as('obligations'),
    )
    .where('c.code', '=', value('code')),
)

/** The regions where each carrier offers this path; all of them when `everywhere`. */
export async function availabilityOf(cardType: CardType, channel: Channel) {
  const rows = await database().availability.findMany({ where: { cardType, channel } })
  const byCarrier = new Map<string, { offered: string[]; refused: string[] }>()
  for (const { carrier, region, offered } of rows) {
    const entry = byCarrier.get(carrier) ?? { offered: [], refused: [] }
    entry[offered ? 'offered' : 'refused'].push(region)
    byCarrier.set(carrier, entry)
  }
  return byCarrier
}

export type Path = { cardType: CardType; channel: Channel }

/** The paths that a carrier offers in a home region (F15, F28, P11). */
export async function pathsOffered(carrier: string, region: string): Promise<Path[]> {
  const rows = await database().availability.findMany({ where: { carrier, region, offered: true } })
  return cardTypes.flatMap((cardType) =>
    channels
      .filter((channel) => rows.some((row) => row.cardType === cardType && row.channel === channel))
      .map((channel) => ({ cardType, channel })),
  )
}

/** What a carrier offers, as one object, for the fingerprint and the audit. */
async function offeredBy(tx: Pick<Transaction, 'availability'>, carrier: string) {
  const rows = await tx.availability.findMany({
    where: { carrier, offered: true },
    orderBy: [{ region: 'asc' }, { cardType: 'asc' }, { channel: 'asc' }],
  })
  return Object.fromEntries(
    rows.map(({ region, cardType, channel }) => [`${region}.${cardType}.${channel}`, true]),
  )
}

/** A carrier's obligations as one object, by code. */
async function obligationsOf(tx: Pick<Transaction, 'obligation'>, carrier: string) {
  const rows = await tx.obligation.findMany({ where: { carrier }, orderBy: { position: 'asc' } })
  return Object.fromEntries(rows.map(({ code, carrier: _, ...row }) => [code, row]))
}

/** All administrator settings of a carrier; null when there is none. */
export async function carrierSettings(
  code: string,
  tx: Pick<Transaction, 'carrier' | 'availability' | 'obligation'> = database(),
) {
  const carrier = await tx.carrier.findUnique({ where: { code } })
  if (!carrier) return null
  return {
    carrier,
    offered: await offeredBy(tx, code),
    obligations: await obligationsOf(tx, code),
  }
}

/**
 * Which of these obligations running requests of the carrier wait for, with their number and one
 * example.
 */
export async function waitedFor(
  tx: Pick<Transaction, '$queryRaw'>,
  carrier: string,
  codes: readonly string[],
): Promise<Use[]> {
  if (codes.length === 0) return []
  return tx.$queryRaw<Use[]>`
    select 'requests' as by, item.key as of, count(*)::int as count, min(r.reference) as example
    from request r, jsonb_each(r.record -> 'steps') as step,
      jsonb_each(step.value -> 'outcome' -> 'items') as item
    where r.carrier = ${carrier} and r.ended_at is null and r.waits_until is not null
      and step.value ->> 'kind' = 'obligations' and item.value ->> 'state' = 'waiting'
        and item.key = any(${[...codes]})
    group by item.key order by item.key`
}

/** All carriers with every path that they offer in at least one region. */
export async function carriersWithOffers() {
  const [carriers, rows] = await Promise.all([
    database().carrier.findMany({ orderBy: { position: 'asc' } }),
    database().availability.findMany({
      where: { offered: true },
      orderBy: [{ region: 'asc' }, { cardType: 'asc' }, { channel: 'asc' }],
    }),
  ])
  return carriers.map((carrier) => ({
    ...carrier,
    offers: rows
      .filter((row) => row.carrier === carrier.code)
      .map(({ region, cardType, channel }) => ({ region, ...({ cardType, channel } as Path) })),
  }))
}
