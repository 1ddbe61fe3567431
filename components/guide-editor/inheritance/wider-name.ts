import { getLocale, getTranslations } from 'next-intl/server'
import { narrowingWords } from '@/lib/carriers/names'
import type { Named } from '@/lib/carriers/queries'

type Narrowing = { carrier: string | null; region: string | null }
type Names = { carriers: readonly Named[]; regions: readonly Named[] }

/** What a wider guide is called: the general one, or the one for a carrier or a region. */
export async function widerName(guide: Narrowing, names: Names): Promise<string> {
  const t = await getTranslations('inheritance')
  const narrowing = narrowingWords(await getLocale(), guide, names)
  return narrowing ? t('guideFor', { narrowing }) : t('general')
}
