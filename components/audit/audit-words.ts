import { getTranslations } from 'next-intl/server'
import type { RuleWords } from '@/components/rules/rule-text'
import type { AuditNames } from '@/lib/audit/names/queries'
import { materialNames } from '@/lib/guide/queries/published'
import { nameIn } from '@/lib/i18n/bilingual'
import type { Locale } from '@/lib/i18n/routing'

/** What a reader's language offers to say entries with. */
export type AuditWords = Awaited<ReturnType<typeof auditWords>>

/** The words in which entries are said, and the names of what is the same for all of them. */
export async function auditWords(locale: Locale) {
  const [t, rules, words, materials] = await Promise.all([
    getTranslations({ locale }),
    getTranslations({ locale, namespace: 'rules' }),
    getTranslations({ locale, namespace: 'words' }),
    materialNames(locale),
  ])
  return { locale, t, rules, words, materials }
}

/** The same with the names behind the codes of some entries. */
export const withNames = ({ ...shared }: AuditWords, names: AuditNames) => {
  const named = (table: AuditNames['regions'], code: string) => {
    const found = table.find((one) => one.code === code)
    return found ? nameIn(shared.locale, found) : code
  }
  const regionName = (code: string) => named(names.regions, code)
  const ruleWords: RuleWords = {
    t: shared.rules,
    words: shared.words,
    locale: shared.locale,
    regionName,
  }
  return {
    ...shared,
    names,
    ruleWords,
    regionName,
    carrierName: (code: string) => named(names.carriers, code),
    storeName: (code: string) => {
      const found = names.stores.get(code)
      return found ? nameIn(shared.locale, found) : code
    },
  }
}
export type NamedWords = ReturnType<typeof withNames>
