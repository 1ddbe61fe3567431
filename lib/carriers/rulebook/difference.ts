import { canonicalJson } from '@/lib/canonical-json'
import type { CarrierRule } from './rules'

/** A rule that is new (`before` null), gone (`after` null) or says something else. */
export type Change = { before: CarrierRule | null; after: CarrierRule | null }

const caseOf = ({ topic, regions, storeKinds, cardTypes, channels }: CarrierRule) =>
  canonicalJson({
    topic,
    regions: regions.toSorted(),
    storeKinds: storeKinds.toSorted(),
    cardTypes: cardTypes.toSorted(),
    channels: channels.toSorted(),
  })

/** What changes from one rulebook to another, rule by rule; the order of rules means nothing. */
export function differenceOf(
  before: readonly CarrierRule[],
  after: readonly CarrierRule[],
): Change[] {
  const was = new Map(before.map((rule) => [caseOf(rule), rule]))
  const is = new Map(after.map((rule) => [caseOf(rule), rule]))
  const gone = before.filter((rule) => !is.has(caseOf(rule)))
  return [
    ...after.flatMap((rule): Change[] => {
      const old = was.get(caseOf(rule)) ?? null
      return old && canonicalJson(old) === canonicalJson(rule) ? [] : [{ before: old, after: rule }]
    }),
    ...gone.map((rule): Change => ({ before: rule, after: null })),
  ]
}
