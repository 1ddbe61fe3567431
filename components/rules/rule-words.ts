import { getLocale, getTranslations } from 'next-intl/server'
import { carriersAndRegions } from '@/lib/carriers/queries'
import { nameIn } from '@/lib/i18n/bilingual'
import type { RuleWords } from './rule-text'

/** The words in which a page or an action says rules, in the reader's language. */
export async function ruleWords(): Promise<RuleWords> {
  const [t, words, locale, { regions }] = await Promise.all([
    getTranslations('rules'),
    getTranslations('words'),
    getLocale(),
    carriersAndRegions(),
  ])
  const names = new Map(regions.map((region) => [region.code, nameIn(locale, region)]))
  return { t, words, locale, regionName: (code) => names.get(code) ?? code }
}
