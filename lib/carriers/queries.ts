import { jsonArrayFrom } from 'kysely/helpers/postgres'
import { cache } from 'react'
import { type Transaction, database } from '@/lib/db/client'
import { compiledStatement } from '@/lib/db/compiled-statement'
import type { CardType, Channel, StoreKind } from '@/lib/domain/coded-values'
import { cardTypes, channels } from '@/lib/domain/coded-values'
import type { Use } from '@/lib/result'
import { rulebookOf, rulebooks } from './rulebook/queries'
import { type CarrierRule, ruleFor } from './rulebook/rules'

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

/** A carrier, how it is reached, and what it wants cleared first. */
export type CarrierByCode = Named & {
  website: string
  hotline: string
  frozenDays: number
  obligations: (Named & { helpZh: string; helpEn: string; money: boolean })[]
}

/** A carrier with its obligations; null when there is none. Cached per page. */
export const carrierByCode = cache(
  async (code: string): Promise<CarrierByCode | null> => (await byCode({ code }))[0] ?? null,
)

const byCode = compiledStatement<{ code: string }>()((builder, value) =>
  builder
    .selectFrom('carrier as c')
    .select(['c.code', 'c.name_zh as nameZh', 'c.name_en as nameEn', 'c.website', 'c.hotline'])
    .select(['c.frozen_days as frozenDays'])
    .select((from) =>
      jsonArrayFrom(
        from
          .selectFrom('obligation as o')
          .select(['o.code', 'o.name_zh as nameZh', 'o.name_en as nameEn'])
          .select(['o.help_zh as helpZh', 'o.help_en as helpEn', 'o.money'])
          .whereRef('o.carrier', '=', 'c.code')
          .orderBy('o.position'),
      ).as('obligations'),
    )
    .where('c.code', '=', value('code')),
)

/** What a carrier offers somewhere, to whoever comes to a hall of its own. */
const isOffered = (
  rules: readonly CarrierRule[],
  { cardType, channel }: Path,
  region: string,
  storeKind: StoreKind = 'own',
) => ruleFor(rules, 'offered', { region, cardType, channel, storeKind })?.value.offered ?? false

/** The regions where each carrier offers this path; all of them when `everywhere`. */
export async function availabilityOf(cardType: CardType, channel: Channel) {
  const [books, regions] = await Promise.all([rulebooks(), regionsInOrder({})])
  const byCarrier = new Map<string, { offered: string[]; refused: string[] }>()
  for (const [carrier, rules] of books) {
    const entry: { offered: string[]; refused: string[] } = { offered: [], refused: [] }
    for (const { code } of regions)
      entry[isOffered(rules, { cardType, channel }, code) ? 'offered' : 'refused'].push(code)
    byCarrier.set(carrier, entry)
  }
  return byCarrier
}

export type Path = { cardType: CardType; channel: Channel }

const paths: Path[] = cardTypes.flatMap((cardType) =>
  channels.map((channel) => ({ cardType, channel })),
)

/** The paths that a rulebook offers in a home region (F15, F28, P11), at such a store (P13). */
export const pathsOfferedBy = (
  rules: readonly CarrierRule[],
  region: string,
  storeKind?: StoreKind,
): Path[] => paths.filter((path) => isOffered(rules, path, region, storeKind))

/** The paths that a carrier offers in a home region. */
export const pathsOffered = async (carrier: string, region: string): Promise<Path[]> =>
  pathsOfferedBy(await rulebookOf(carrier), region)

/** A carrier's obligations as one object, by code. */
async function obligationsOf(tx: Pick<Transaction, 'obligation'>, carrier: string) {
  const rows = await tx.obligation.findMany({ where: { carrier }, orderBy: { position: 'asc' } })
  return Object.fromEntries(rows.map(({ code, carrier: _, ...row }) => [code, row]))
}

/** What is set for a carrier beside its rulebook; null when there is none. */
export async function carrierSettings(
  code: string,
  tx: Pick<Transaction, 'carrier' | 'obligation'> = database(),
) {
  const carrier = await tx.carrier.findUnique({ where: { code } })
  if (!carrier) return null
  return { carrier, obligations: await obligationsOf(tx, code) }
}

/**
 * Which of these obligations running requests of the carrier wait for, with their number and the
 * newest as the example.
 */
export async function waitedFor(
  carrier: string,
  codes: readonly string[],
  tx: Pick<Transaction, '$queryRaw'> = database(),
): Promise<Use[]> {
  if (codes.length === 0) return []
  return tx.$queryRaw<Use[]>`
    select 'requests' as by, item.key as of, count(*)::int as count,
      (array_agg(r.reference order by r.id desc))[1] as example
    from request r, jsonb_each(r.record -> 'steps') as step,
      jsonb_each(step.value -> 'outcome' -> 'items') as item
    where r.carrier = ${carrier} and r.ended_at is null
      and step.value ->> 'kind' = 'obligations' and item.value ->> 'state' = 'waiting'
        and item.key = any(${[...codes]})
    group by item.key order by item.key`
}

/** The requests that a carrier's obligations are checked for when they are submitted. */
export type Resting = { count: number; newest: string | null }

/** The requests of a carrier that are not yet past review: their number, and the newest. */
export async function restingOnObligations(
  carrier: string,
  tx: Pick<Transaction, 'request'> = database(),
): Promise<Resting> {
  const where = { carrier, state: { in: ['open', 'in_review', 'needs_info'] }, endedAt: null }
  const [count, newest] = await Promise.all([
    tx.request.count({ where }),
    tx.request.findFirst({ where, orderBy: { id: 'desc' }, select: { reference: true } }),
  ])
  return { count, newest: newest?.reference ?? null }
}

/** All carriers with every path that they offer in at least one region, and whether they pre-cancel. */
export async function carriersWithOffers() {
  const [carriers, regions, books] = await Promise.all([
    database().carrier.findMany({ orderBy: { position: 'asc' } }),
    regionsInOrder({}),
    rulebooks(),
  ])
  return carriers.map((carrier) => {
    const rules = books.get(carrier.code) ?? []
    return {
      ...carrier,
      preCancels: rules.some(({ topic, value }) => topic === 'pre_cancel' && ends(value)),
      offers: regions.flatMap(({ code: region }) =>
        paths.flatMap((path) => (isOffered(rules, path, region) ? { region, ...path } : [])),
      ),
    }
  })
}

const ends = (value: CarrierRule['value']) => 'ends' in value && value.ends !== null
