'use client'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Relation } from '@/lib/domain/coded-values'
import type { Path } from '@/lib/carriers/queries'
import type { SectionProps } from './record-values'

/**
 * Shows immediately what this carrier does not offer there (F15, F28), and the alternatives; P3 and
 * P11 too.
 */
export function OfferNotice({ choices, choose, options, preflight }: SectionProps) {
  const t = useTranslations('record')
  const words = useTranslations('words')
  const offered = preflight?.offered
  if (!offered) return null
  const carrier = options.carriers.find(({ code }) => code === choices.carrier)?.name ?? ''
  const region = options.regions.find(({ code }) => code === choices.region)?.name ?? ''
  const named = ({ cardType, channel }: Path) =>
    `${words(`cardType.${cardType}`)} · ${words(`channel.${channel}`)}`

  if (!offered.storeServes)
    return (
      <Notice tone="bad" role="status">
        {t('storeCannot', { region })}
      </Notice>
    )
  if (offered.paths.length === 0)
    return (
      <Notice tone="bad" role="status">
        {t('nothingOffered', { carrier, region, hotline: offered.hotline })}
      </Notice>
    )
  const chosen =
    choices.cardType && choices.channel
      ? ({ cardType: choices.cardType, channel: choices.channel } as Path)
      : null
  if (
    chosen &&
    !offered.paths.some(
      (path) => path.cardType === chosen.cardType && path.channel === chosen.channel,
    )
  ) {
    const instead = offered.paths.filter((path) => path.cardType === chosen.cardType)
    return (
      <Notice
        tone="bad"
        role="status"
        title={t('notOffered', { carrier, region, path: named(chosen) })}
      >
        {instead.length > 0 && <p>{t('offeredInstead')}</p>}
        <div className="mt-2 flex flex-wrap gap-2">
          {instead.map((path) => (
            <Button key={path.channel} type="button" look="secondary" onClick={() => choose(path)}>
              {t('use', { path: named(path) })}
            </Button>
          ))}
        </div>
      </Notice>
    )
  }
  if (!offered.applicantAllowed) {
    return (
      <Notice tone="bad" role="status">
        {t('applicantNotAllowed', {
          carrier,
          relation: words(`relation.${choices.relation as Relation}`),
        })}
      </Notice>
    )
  }
  return null
}
