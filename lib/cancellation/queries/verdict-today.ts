import { type Blackout, blackoutAt, opensNext } from '@/lib/carriers/blackout'
import { carrierByCode } from '@/lib/carriers/queries'
import { sqlDatabase } from '@/lib/db/sql'
import {
  type Relation,
  cardTypes,
  channels,
  circumstances,
  relations,
} from '@/lib/domain/coded-values'
import { type Day, dayOf, timeOf } from '@/lib/domain/days'
import { guideFor } from '@/lib/guide/queries/published'
import { materialsToNote } from '@/lib/guide/resolve'
import type { GuideMaterial } from '@/lib/guide/schemas'
import { type Verdict, counterCheck } from '../rules/counter-check'
import { policyAt } from './policy'

type Bilingual = { nameZh: string; nameEn: string; helpZh: string; helpEn: string }

/** What can be said at the counter before any document is taken, of a number's carrier and path. */
export type VerdictToday = Verdict & {
  /** What the carrier wants cleared first, to be asked about. */
  obligations: (Bilingual & { code: string })[]
  bring: Pick<GuideMaterial, 'id' | 'title' | 'text'>[]
  /** The carrier takes no online requests now, and when it will again (P8). */
  closed: { why: Blackout; opens: { day: Day; time: string } } | null
}

export type CounterQuestion = {
  store: string
  carrier: string
  region: string
  cardType: string
  channel: string
  relation: string
  keepNumber: boolean
  /** Codes of obligations that are open on the number, and circumstances (P4, P10). */
  open: readonly string[]
  special: readonly string[]
}

const oneOf = <T extends string>(list: readonly T[], value: string) =>
  list.find((candidate) => candidate === value)

/** Null until store, carrier, region, card type and channel are known. */
export async function verdictToday(
  asked: CounterQuestion,
  now: Date,
): Promise<VerdictToday | null> {
  const [cardType, channel] = [oneOf(cardTypes, asked.cardType), oneOf(channels, asked.channel)]
  if (!cardType || !channel) return null
  const relation: Relation = oneOf(relations, asked.relation) ?? 'self'
  const path = { cardType, channel, carrier: asked.carrier, region: asked.region }
  const [carrier, store] = await Promise.all([
    carrierByCode(asked.carrier),
    sqlDatabase()
      .selectFrom('store')
      .select('id')
      .where('code', '=', asked.store)
      .executeTakeFirst(),
  ])
  const policy = carrier && store && (await policyAt(store.id, path))
  if (!policy) return null
  const guide = await guideFor(cardType, channel, path.carrier, path.region)
  const { obligations } = carrier
  const openObligations = obligations.flatMap(({ code }) => (asked.open.includes(code) ? code : []))
  const special = circumstances.filter((circumstance) => asked.special.includes(circumstance))
  const [day, time] = [dayOf(now), timeOf(now)]
  const why = channel === 'online' ? blackoutAt(day, time, policy) : null
  return {
    ...counterCheck(policy, { relation, keepNumber: asked.keepNumber, openObligations }),
    obligations,
    bring: materialsToNote(guide?.content.materials ?? [], relation, special).map(
      ({ id, title, text }) => ({ id, title, text }),
    ),
    closed: why && { why, opens: opensNext(day, time, policy) },
  }
}
