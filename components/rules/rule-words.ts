import { getLocale, getTranslations } from 'next-intl/server'
import { carriersAndRegions } from '@/lib/carriers/queries'
import { nameIn } from '@/lib/i18n/bilingual'
import type { Locale } from '@/lib/i18n/routing'
import type { RuleWords } from './rule-text'

/**
 * The words in which rules are said, in the reader's language; a route names it, a page or an
 * action has one.
 */
export async function ruleWords(asked?: Locale): Promise<RuleWords> {
  const locale = asked ?? (await getLocale())
  const [t, words, { regions }] = await Promise.all([
    getTranslations({ locale, namespace: 'rules' }),
    getTranslations({ locale, namespace: 'words' }),
    carriersAndRegions(),
  ])
  const names = new Map(regions.map((region) => [region.code, nameIn(locale, region)]))
  return { t, words, locale, regionName: (code) => names.get(code) ?? code }
}
