import type { CardType, Channel, Relation, StoreKind } from '@/lib/domain/coded-values'
import { relations } from '@/lib/domain/coded-values'
import type { DocumentType } from '@/lib/domain/identifiers/document'
import type { Day } from '@/lib/domain/days'
import { type CarrierRule, type Sureness, isStale, ruleFor } from './rules'
import { type OnlineWindow, type PreCancelEnd, type Topic, type TopicValue, topics } from './topics'
import { alwaysOpen } from './windows'

/** The store that a case is brought to. */
export type StoreSide = {
  kind: StoreKind
  /** Where it stands. */
  region: string
  /** The carriers that it serves; an empty list is every one. */
  carriers: readonly string[]
  /** The home regions of numbers that it takes (P11). */
  servesRegions: readonly string[]
}

export type CarrierCase = {
  carrier: string
  region: string
  cardType: CardType
  channel: Channel
  /** Null: a customer who has not chosen a store. */
  store: StoreSide | null
}

/** What a carrier's rules answer for one case; where they are silent, what carriers usually do. */
export type CarrierAnswer = {
  offered: boolean
  /** The store serves this carrier at all (P13). */
  carrierServed: boolean
  /** The store may cancel a number of this home region: by its own word and by the carrier's. */
  storeServes: boolean
  window: OnlineWindow
  /** Documents that count for the holder (P17); null: any. */
  documents: DocumentType[] | null
  applicants: Relation[]
  adultAge: number
  refund: TopicValue<'refund'> | null
  /** Null: it closes at once. */
  preCancelEnds: PreCancelEnd | null
  callBack: TopicValue<'call_back'>['rings']
  secondaryFirst: boolean
  links: TopicValue<'links'> | null
}

/** The age from which a holder needs no guardian, unless the carrier says otherwise (P25). */
export const usualAdultAge = 18

/** What the rules answer (P2, P13 to P18, P20, P25). */
export function answerFor(rules: readonly CarrierRule[], about: CarrierCase): CarrierAnswer {
  const { store, region } = about
  const value = <T extends Topic>(topic: T) =>
    ruleFor(rules, topic, { ...about, storeKind: store?.kind ?? null })?.value ?? null
  const applicants = value('applicants')
  const cancels = value('stores')?.cancels ?? 'nationwide'
  return {
    offered: value('offered')?.offered ?? false,
    carrierServed: !store || store.carriers.length === 0 || store.carriers.includes(about.carrier),
    storeServes:
      !store ||
      (store.servesRegions.includes(region) &&
        (cancels === 'nationwide' || (cancels === 'home_region' && store.region === region))),
    window: value('window') ?? alwaysOpen,
    documents: value('documents')?.kinds ?? null,
    applicants: applicants?.relations ?? [...relations],
    adultAge: applicants?.adultAge ?? usualAdultAge,
    refund: value('refund'),
    preCancelEnds: value('pre_cancel')?.ends ?? null,
    callBack: value('call_back')?.rings ?? null,
    secondaryFirst: value('visit_order')?.secondaryFirst ?? false,
    links: value('links'),
  }
}

/** How far an answer can be relied on. */
export type Reliability = {
  /** The oldest day on which somebody checked one of its rules; null where one never was. */
  asOf: Day | null
  /** The topics whose rule is older than the setting allows, or was never checked. */
  stale: Topic[]
  sources: { topic: Topic; source: string; sureness: Sureness; checkedOn: Day | null }[]
}

/** Which rules an answer rests on, and whether they are still good. */
export function reliabilityOf(
  rules: readonly CarrierRule[],
  about: CarrierCase,
  today: Day,
  staleAfterDays: number,
): Reliability {
  const spoken = topics.flatMap(
    (topic) => ruleFor(rules, topic, { ...about, storeKind: about.store?.kind ?? null }) ?? [],
  )
  const days = spoken.map(({ checkedOn }) => checkedOn ?? '').sort()
  return {
    asOf: days[0] || null,
    stale: spoken.filter((rule) => isStale(rule, today, staleAfterDays)).map(({ topic }) => topic),
    sources: spoken.map(({ topic, source, sureness, checkedOn }) => ({
      topic,
      source,
      sureness,
      checkedOn,
    })),
  }
}
