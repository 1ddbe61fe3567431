import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/lib/i18n/routing'
import { type Contents, wordingOf } from './wording-of'

/**
 * Localized names for a guide's sections, fields and values, which checks and differences name by
 * code.
 */
export async function guideWording(locale: Locale, contents: Contents) {
  return wordingOf(
    {
      t: await getTranslations('guides'),
      words: await getTranslations('words'),
      kind: await getTranslations('words.kind'),
      walk: await getTranslations('walk.phase'),
      relation: await getTranslations('words.relation'),
      circumstance: await getTranslations('words.circumstance'),
    },
    locale,
    contents,
  )
}
