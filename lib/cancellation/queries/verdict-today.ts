import { type CarrierByCode, carrierByCode, carriersAndRegions } from '@/lib/carriers/queries'
import {
  type CarrierAnswer,
  type Reliability,
  type StoreSide,
  answerFor,
  reliabilityOf,
} from '@/lib/carriers/rulebook/answer'
import type { CarrierRule } from '@/lib/carriers/rulebook/rules'
import { rulebookOf } from '@/lib/carriers/rulebook/queries'
import { staleAfterDays } from '@/lib/carriers/rulebook/setting'
import { type Closed, type Opening, closedAt, opensNext } from '@/lib/carriers/rulebook/windows'
import { sqlDatabase } from '@/lib/db/sql'
import {
  type Relation,
  type StoreKind,
  cardTypes,
  channels,
  circumstances,
  relations,
} from '@/lib/domain/coded-values'
import { dayOf, timeOf } from '@/lib/domain/days'
import {
  type DocumentType,
  documentTypes,
  identifiesPerson,
} from '@/lib/domain/identifiers/document'
import { guideFor } from '@/lib/guide/queries/published'
import { materialsToNote } from '@/lib/guide/resolve'
import type { GuideMaterial } from '@/lib/guide/schemas'
import { type ServingStore, storesServing } from '@/lib/stores/queries/serving'
import { type Verdict, counterCheck } from '../rules/counter-check'

/** What can be said at the counter before any document is taken, of a number's carrier and path. */
export type VerdictToday = Verdict &
  Pick<
    CarrierAnswer,
    'adultAge' | 'documents' | 'secondaryFirst' | 'links' | 'callBack' | 'refund' | 'preCancelEnds'
  > & {
    hotline: string
    /** What the carrier wants cleared first, to be asked about. */
    obligations: CarrierByCode['obligations']
    bring: Pick<GuideMaterial, 'id' | 'title' | 'text'>[]
    /** The carrier takes no online requests now, and when it will again (P8, P14). */
    closed: { why: Closed; opens: Opening | null } | null
    /** Where this store cannot: stores that can, the nearest first (P13). */
    elsewhere: ServingStore[]
    reliability: Reliability
  }

export type CounterQuestion = {
  /** Its code; empty for a customer who has not chosen one. */
  store: string
  carrier: string
  region: string
  cardType: string
  channel: string
  relation: string
  /** The type of the holder's document; empty while it is not known. */
  document: string
  keepNumber: boolean
  /** Codes of obligations that are open on the number. */
  open: readonly string[]
  /** Circumstances (P4, P10), and `number_stopped` for a suspended number (P16). */
  special: readonly string[]
}

const oneOf = <T extends string>(list: readonly T[], value: string) =>
  list.find((candidate) => candidate === value)

/** What the answers about a carrier's number at a store rest on; null: there is no such one. */
export type VerdictBasis = {
  regions: Awaited<ReturnType<typeof carriersAndRegions>>['regions']
  carrier: CarrierByCode | null
  store: StoreSide | null
  rules: readonly CarrierRule[]
  oldAfter: number
}

export async function readVerdictBasis(
  asked: Pick<CounterQuestion, 'store' | 'carrier'>,
): Promise<VerdictBasis> {
  const [{ regions }, carrier, store, rules, oldAfter] = await Promise.all([
    carriersAndRegions(),
    carrierByCode(asked.carrier),
    storeSide(asked.store),
    rulebookOf(asked.carrier),
    staleAfterDays(),
  ])
  return { regions, carrier, store, rules, oldAfter }
}

/** The verdict on a question; null as `verdictFrom` says. */
export const verdictToday = async (asked: CounterQuestion, now: Date) =>
  verdictFrom(await readVerdictBasis(asked), asked, now)

/** Null until carrier, region, card type and channel are known, and for a store that is not. */
export async function verdictFrom(
  { regions, carrier, store, rules, oldAfter }: VerdictBasis,
  asked: CounterQuestion,
  now: Date,
): Promise<VerdictToday | null> {
  const [cardType, channel] = [oneOf(cardTypes, asked.cardType), oneOf(channels, asked.channel)]
  if (!cardType || !channel || !asked.region) return null
  const relation: Relation = oneOf(relations, asked.relation) ?? 'self'
  if (!carrier || (asked.store && !store)) return null
  if (!regions.some(({ code }) => code === asked.region)) return null
  const path = { carrier: asked.carrier, region: asked.region, cardType, channel }
  const answer = answerFor(rules, { ...path, store })
  const guide = await guideFor(cardType, channel, path.carrier, path.region)
  const { obligations, hotline } = carrier
  const openObligations = obligations.flatMap(({ code }) => (asked.open.includes(code) ? code : []))
  const special = circumstances.filter((circumstance) => asked.special.includes(circumstance))
  const [day, time] = [dayOf(now), timeOf(now)]
  const why = channel === 'online' ? closedAt(day, time, answer.window) : null
  const verdict = counterCheck(answer, {
    relation,
    keepNumber: asked.keepNumber,
    openObligations,
    channel,
    document: personalDocument(asked.document),
    numberSilent: special.includes('card_gone') || asked.special.includes('number_stopped'),
  })
  const sentElsewhere = store && !(answer.carrierServed && answer.storeServes)
  return {
    ...verdict,
    adultAge: answer.adultAge,
    documents: answer.documents,
    secondaryFirst: answer.secondaryFirst,
    links: answer.links,
    callBack: channel === 'online' ? answer.callBack : null,
    refund: answer.refund,
    preCancelEnds: answer.preCancelEnds,
    hotline,
    obligations,
    bring: materialsToNote(guide?.content.materials ?? [], relation, special).map(
      ({ id, title, text }) => ({ id, title, text }),
    ),
    closed: why && { why, opens: opensNext(day, time, answer.window) },
    elsewhere: sentElsewhere ? await storesServing(rules, path, store.region) : [],
    reliability: reliabilityOf(rules, { ...path, store }, day, oldAfter),
  }
}

function personalDocument(typed: string): DocumentType | null {
  const type = oneOf(documentTypes, typed)
  return type && identifiesPerson(type) ? type : null
}

async function storeSide(code: string): Promise<StoreSide | null> {
  if (!code) return null
  const store = await sqlDatabase()
    .selectFrom('store')
    .select(['kind', 'region', 'carriers', 'serves_regions as servesRegions'])
    .where('code', '=', code)
    .executeTakeFirst()
  return store ? { ...store, kind: store.kind as StoreKind } : null
}
