'use client'
import { useTranslations } from 'next-intl'
import { useDemand } from '@/components/forms/texts'
import type { WhyNot } from '@/lib/cancellation/rules/counter-check'
import type { Path } from '@/lib/carriers/queries'
import type { CardType, Channel, Relation } from '@/lib/domain/coded-values'
import type { SectionProps } from './record-values'

/**
 * Why the request cannot be recorded today, by demand, naming carrier and region (F15, F28, P3,
 * P11, P13, P16, P17); and the ways that can be chosen instead. Both empty while nothing stands in the way.
 */
export function useWhyNot({ choices, options, preflight }: SectionProps) {
  const t = useTranslations('demands')
  const words = useTranslations('words')
  const named = ({ cardType, channel }: Path) =>
    `${words(`cardType.${cardType}`)} · ${words(`channel.${channel}`)}`
  const offered = preflight?.offered
  const because = preflight?.today?.because ?? []
  const nameOf = (list: 'carriers' | 'regions', code: string) =>
    options[list].find((one) => one.code === code)?.name ?? ''
  const carrier = nameOf('carriers', choices.carrier)
  const region = nameOf('regions', choices.region)
  const path = { cardType: choices.cardType as CardType, channel: choices.channel as Channel }
  const reasons: Partial<Record<WhyNot, string>> = {}
  let instead: Path[] = []
  if (because.includes('carrier_served'))
    reasons.carrier_served = t('whyNot.carrier_served', { carrier })
  else if (offered && because.includes('store_serves'))
    reasons.store_serves = t('whyNot.store_serves', { carrier, region })
  else if (offered && because.includes('channel_offered')) {
    const { paths, hotline } = offered
    const sameCard = paths.filter(({ cardType }) => cardType === path.cardType)
    instead = sameCard.length ? sameCard : paths
    reasons.channel_offered = instead.length
      ? t('whyNot.channel_offered', {
          carrier,
          region,
          way: t(`way.${path.cardType}.${path.channel}`),
        })
      : t('whyNot.nothing_offered', { carrier, region, hotline })
  }
  if (because.includes('applicant_allowed'))
    reasons.applicant_allowed = t('whyNot.applicant_allowed', {
      carrier,
      relation: words(`relation.${choices.relation as Relation}`),
    })
  if (because.includes('document_accepted'))
    reasons.document_accepted = t('whyNot.document_accepted', {
      carrier,
      documents: (preflight?.today?.documents ?? [])
        .map((type) => words(`document.${type}`))
        .join(words('enumerationComma')),
    })
  if (because.includes('number_alive')) {
    reasons.number_alive = t('whyNot.number_alive')
    instead = (offered?.paths ?? []).filter(
      ({ cardType, channel }) => cardType === path.cardType && channel === 'in_store',
    )
  }
  const { todo } = useDemand()
  // Other ways are offered as buttons, and whom to call is in the sentence.
  const lines = Object.entries(reasons).flatMap(([name, reason]) => {
    const act = name === 'channel_offered' ? null : todo(name)
    return act ? [reason, act] : [reason]
  })
  for (const { code, answerable } of preflight?.questions ?? [])
    if (!answerable) lines.push(words(`notAnswerable.${code as 'holder_minor'}`))
  return { reasons, lines, instead, named, carrier, region, path }
}
