'use client'
import { useTranslations } from 'next-intl'
import type { Path } from '@/lib/carriers/queries'
import type { CardType, Channel, Relation } from '@/lib/domain/coded-values'
import type { SectionProps } from './record-values'

/**
 * Why the request cannot be recorded today, in sentences (F15, F28, P3, P11), and the ways that can
 * be chosen instead; both empty while nothing stands in the way.
 */
export function useWhyNot({ choices, options, preflight }: SectionProps) {
  const t = useTranslations('record')
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
  const lines: string[] = []
  let instead: Path[] = []
  if (offered && because.includes('store_serves')) lines.push(t('storeCannot', { region }))
  else if (offered && because.includes('channel_offered')) {
    const { paths, hotline } = offered
    const sameCard = paths.filter(({ cardType }) => cardType === path.cardType)
    instead = sameCard.length ? sameCard : paths
    lines.push(
      instead.length
        ? t('notOffered', { carrier, region, path: named(path) })
        : t('nothingOffered', { carrier, region, hotline }),
    )
  }
  if (because.includes('applicant_allowed'))
    lines.push(
      t('applicantNotAllowed', {
        carrier,
        relation: words(`relation.${choices.relation as Relation}`),
      }),
    )
  for (const { code, answerable } of preflight?.questions ?? [])
    if (!answerable) lines.push(words(`notAnswerable.${code as 'holder_minor'}`))
  return { lines, instead, named, carrier, region, path }
}
