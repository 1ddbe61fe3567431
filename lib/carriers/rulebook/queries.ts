import { type RawBuilder, sql } from 'kysely'
import { compiledStatement } from '@/lib/db/compiled-statement'
import type { AnyTransaction } from '@/lib/db/sql'
import type { CarrierRule } from './rules'

type About = Record<'region' | 'cardType' | 'channel', RawBuilder<string>>

/** As a column beside `carrier as c`: its rules in order; with `about`, those that may apply. */
export const rulesColumn = (about?: About): RawBuilder<CarrierRule[]> => {
  const among = (column: string, value: RawBuilder<string>) => {
    const list = sql.ref(`u.${column}`)
    return sql`(cardinality(${list}) = 0 or ${value} = any(${list}))`
  }
  const narrowed = about
    ? sql`and ${among('regions', about.region)} and ${among('card_types', about.cardType)}
        and ${among('channels', about.channel)}`
    : sql``
  return sql`coalesce((
    select json_agg(json_build_object(
      'topic', u.topic, 'regions', u.regions, 'storeKinds', u.store_kinds,
      'cardTypes', u.card_types, 'channels', u.channels, 'value', u.value,
      'source', u.source, 'sureness', u.sureness, 'checkedOn', u.checked_on) order by u.position)
    from carrier_rule u where u.carrier = c.code ${narrowed}), '[]')`
}

const rulesInOrder = compiledStatement<object>()((builder) =>
  builder
    .selectFrom('carrier as c')
    .select(['c.code', rulesColumn().as('rules')])
    .orderBy('c.position'),
)

/** Every carrier's rulebook, by the carrier's code. */
export async function rulebooks(): Promise<Map<string, CarrierRule[]>> {
  return new Map((await rulesInOrder({})).map(({ code, rules }) => [code, rules]))
}

const rulesByCode = compiledStatement<{ code: string }>()((builder, value) =>
  builder
    .selectFrom('carrier as c')
    .select(rulesColumn().as('rules'))
    .where('c.code', '=', value('code')),
)

/** A carrier's rulebook; empty where there is no such carrier. */
export async function rulebookOf(code: string, tx?: AnyTransaction): Promise<CarrierRule[]> {
  return (await rulesByCode({ code }, tx))[0]?.rules ?? []
}
