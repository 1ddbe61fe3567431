import { getLocale, getTranslations } from 'next-intl/server'
import { narrowingWords } from '@/lib/carriers/names'
import { carriersAndRegions } from '@/lib/carriers/queries'
import type { GuideRow } from '@/lib/guide/queries/editing'

/** What a guide is called: its card type and channel, and for whom it is. */
export async function guideTitle(
  guide: Pick<GuideRow, 'cardType' | 'channel' | 'carrier' | 'region'>,
): Promise<string> {
  const [t, words, locale, named] = await Promise.all([
    getTranslations('guides'),
    getTranslations('words'),
    getLocale(),
    carriersAndRegions(),
  ])
  return [
    words(`cardType.${guide.cardType}`),
    words(`channel.${guide.channel}`),
    narrowingWords(locale, guide, named) || t('everyone'),
  ].join(' · ')
}
