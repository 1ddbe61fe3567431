import { z } from 'zod'
import {
  type CardType,
  type Channel,
  type StoreKind,
  cardTypes,
  channels,
  storeKinds,
} from '@/lib/domain/coded-values'
import { type Day, addDays, isDay } from '@/lib/domain/days'
import { type Topic, type TopicValue, topicValues } from './topics'

/**
 * How sure a rule is: a regulator's text, several sources that agree, one source, or what an
 * installation began with and nobody has checked.
 */
export const surenesses = ['regulator', 'several', 'single', 'unchecked'] as const
export type Sureness = (typeof surenesses)[number]

/** The dimensions that narrow a rule; an empty list is every value. */
export type Narrowing = {
  regions: string[]
  storeKinds: StoreKind[]
  cardTypes: CardType[]
  channels: Channel[]
}

/** One rule of a carrier, with where it is known from and the day on which somebody looked. */
export type CarrierRule<T extends Topic = Topic> = Narrowing & {
  topic: T
  value: TopicValue<T>
  source: string
  sureness: Sureness
  checkedOn: Day | null
}

const narrowing = {
  regions: z.array(z.string().regex(/^CN-[A-Z]{2}$/)).max(40),
  storeKinds: z.array(z.enum(storeKinds)),
  cardTypes: z.array(z.enum(cardTypes)),
  channels: z.array(z.enum(channels)),
}
const day = z.string().refine(isDay, 'date_malformed')

const ruleOf = <T extends Topic>(topic: T) =>
  z.strictObject({
    topic: z.literal(topic),
    ...narrowing,
    value: topicValues[topic],
    source: z.string('required').trim().min(1, 'required').max(400, 'too_long'),
    sureness: z.enum(surenesses),
    checkedOn: day.nullable(),
  })

/** A rule as it is stored, exported and imported. */
export const ruleSchema = z.discriminatedUnion('topic', [
  ruleOf('offered'),
  ruleOf('stores'),
  ruleOf('window'),
  ruleOf('documents'),
  ruleOf('applicants'),
  ruleOf('refund'),
  ruleOf('pre_cancel'),
  ruleOf('call_back'),
  ruleOf('visit_order'),
  ruleOf('links'),
])

/** A case that rules are asked about; a null store kind is a customer without a store. */
export type RuleCase = {
  region: string
  storeKind: StoreKind | null
  cardType: CardType
  channel: Channel
}

const admits = <V>(list: readonly V[], value: V | null) =>
  list.length === 0 || (value !== null && list.includes(value))

/** Whether a rule speaks about the case. */
export const applies = (rule: Narrowing, about: RuleCase): boolean =>
  admits(rule.regions, about.region) &&
  admits(rule.storeKinds, about.storeKind) &&
  admits(rule.cardTypes, about.cardType) &&
  admits(rule.channels, about.channel)

// Of two rules the one with the weightier narrowing counts: a region before a kind of store, that
// before a channel, and last the type of card.
const weight = ({ regions, storeKinds: kinds, channels: ways, cardTypes: cards }: Narrowing) =>
  8 * Math.sign(regions.length) +
  4 * Math.sign(kinds.length) +
  2 * Math.sign(ways.length) +
  Math.sign(cards.length)

/** The narrowest rule of a topic that speaks about the case; null where none does. */
export function ruleFor<T extends Topic>(
  rules: readonly CarrierRule[],
  topic: T,
  about: RuleCase,
): CarrierRule<T> | null {
  const ranked = rules
    .filter((rule): rule is CarrierRule<T> => rule.topic === topic && applies(rule, about))
    .sort((one, other) => weight(other) - weight(one))
  return ranked[0] ?? null
}

const overlap = <V>(one: readonly V[], other: readonly V[]) =>
  one.length === 0 || other.length === 0 || one.some((value) => other.includes(value))

/**
 * The first pair of rules that are equally narrow and both speak about some case: which one counts
 * would be chance. Null where every case has one answer.
 */
export function conflictIn(rules: readonly CarrierRule[]): [number, number] | null {
  for (const [place, rule] of rules.entries())
    for (let other = place + 1; other < rules.length; other++) {
      const second = rules[other] as CarrierRule
      if (
        rule.topic === second.topic &&
        weight(rule) === weight(second) &&
        overlap(rule.regions, second.regions) &&
        overlap(rule.storeKinds, second.storeKinds) &&
        overlap(rule.cardTypes, second.cardTypes) &&
        overlap(rule.channels, second.channels)
      )
        return [place, other]
    }
  return null
}

/** Whether a rule was never checked, or so long ago that it has to be looked up again. */
export const isStale = (
  { checkedOn }: Pick<CarrierRule, 'checkedOn'>,
  today: Day,
  staleAfterDays: number,
): boolean => checkedOn === null || addDays(checkedOn, staleAfterDays) < today
