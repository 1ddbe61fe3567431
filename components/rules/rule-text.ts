import type { useLocale, useTranslations } from 'next-intl'
import type { CarrierRule, Narrowing } from '@/lib/carriers/rulebook/rules'
import { daysWritten } from '@/lib/carriers/rulebook/rule-form'
import type { Topic } from '@/lib/carriers/rulebook/topics'

type Translate<N extends 'rules' | 'words'> = ReturnType<typeof useTranslations<N>>
export type RuleWords = {
  t: Translate<'rules'>
  words: Translate<'words'>
  locale: ReturnType<typeof useLocale>
  regionName(code: string): string
}

/** What a rule says, in a sentence of the reader's language. */
export function ruleText(rule: CarrierRule, { t, words, locale }: RuleWords): string {
  const { topic, value } = rule as { [T in Topic]: CarrierRule<T> }[Topic]
  const joined = (parts: readonly string[]) => parts.join(words('enumerationComma'))
  switch (topic) {
    case 'offered':
      return t(value.offered ? 'says.offered' : 'says.notOffered')
    case 'stores':
      return t(`says.stores.${value.cancels}`)
    case 'window': {
      const { hours, closedDays, exceptions } = value
      return [
        hours ? t('says.hours', hours) : t('says.anyHour'),
        ...(closedDays.length
          ? [t('says.closedDays', { days: daysSaid(closedDays, t, words) })]
          : []),
        ...exceptions.map((one) =>
          t('says.exception', { days: daysSaid(one.days, t, words), ...one.hours }),
        ),
      ].join(t('says.and'))
    }
    case 'documents':
      return joined(value.kinds.map((kind) => words(`document.${kind}`)))
    case 'applicants':
      return t('says.applicants', {
        who: joined(value.relations.map((relation) => words(`relation.${relation}`))),
        age: value.adultAge,
      })
    case 'refund':
      return [
        // `none` is chosen where there is no balance: no way of a refund.
        joined(
          value.routes.filter((route) => route !== 'none').map((route) => words(`route.${route}`)),
        ),
        ...(value.claimMonths ? [t('says.claim', { months: value.claimMonths })] : []),
        ...(value.arrives ? [t(`says.arrives.${value.arrives.by}`, span(value.arrives))] : []),
      ].join(t('says.and'))
    case 'pre_cancel':
      return value.ends ? t(`says.ends.${value.ends.by}`, span(value.ends)) : t('says.atOnce')
    case 'call_back': {
      if (!value.rings) return t('says.noCall')
      const { withinHours, endsAfterMissed } = value.rings
      return [
        withinHours ? t('says.callWithin', { hours: withinHours }) : t('says.call'),
        ...(endsAfterMissed ? [t('says.missed', { count: endsAfterMissed })] : []),
      ].join(t('says.and'))
    }
    case 'visit_order':
      return t(value.secondaryFirst ? 'says.secondaryFirst' : 'says.anyOrder')
    case 'links':
      return `${value.page} · ${locale === 'en' ? value.entryEn : value.entryZh}`
  }
}

/** Days of the month in words: `1-6 日、最后一天`. */
function daysSaid(days: readonly number[], t: RuleWords['t'], words: RuleWords['words']): string {
  const dates = days.filter((day) => day > 0)
  return [
    ...(dates.length ? [t('says.dates', { days: daysWritten(dates) })] : []),
    ...days.flatMap((day) => (day < 0 ? [t('says.fromEnd', { n: -day })] : [])),
  ].join(words('enumerationComma'))
}

const span = (one: { days: number } | { day: number }) => ({
  n: 'days' in one ? one.days : one.day,
})

/** The cases that a rule is narrowed to; empty for every case. */
export function narrowingText(rule: Narrowing, { t, words, regionName }: RuleWords): string {
  const joined = (parts: readonly string[]) => parts.join(words('enumerationComma'))
  return [
    joined(rule.channels.map((channel) => words(`channel.${channel}`))),
    joined(rule.cardTypes.map((cardType) => words(`cardType.${cardType}`))),
    joined(rule.storeKinds.map((kind) => t(`storeKind.${kind}`))),
    joined(rule.regions.map(regionName)),
  ]
    .filter(Boolean)
    .join(' · ')
}
