import { getTranslations } from 'next-intl/server'
import type { Channel } from '@/lib/domain/coded-values'
import { nameIn } from '@/lib/i18n/bilingual'
import type { Locale } from '@/lib/i18n/routing'
import type { Grouping } from '@/lib/reports/figures'

type Named = { code: string; nameZh: string; nameEn: string }

/** The name of a report's group: day, store, carrier or channel. */
export async function groupNames(
  by: Grouping,
  stores: readonly Named[],
  carriers: readonly Named[],
  locale: Locale,
): Promise<(group: string) => string> {
  const words = await getTranslations({ locale, namespace: 'words.channel' })
  const named = (list: readonly Named[]) => (group: string) => {
    const found = list.find(({ code }) => code === group)
    return found ? nameIn(locale, found) : group
  }
  const names = {
    day: (group: string) => group,
    month: (group: string) => group,
    store: named(stores),
    carrier: named(carriers),
    channel: (group: string) => words(group as Channel),
  }
  return names[by]
}
