import type { Locale } from './routing'

/** The text of a pair in the reader's language. */
export const inLocale = (locale: Locale, text: { zh: string; en: string }) =>
  locale === 'en' ? text.en : text.zh

/** The name of something that has one in each language. */
export const nameIn = (locale: Locale, named: { nameZh: string; nameEn: string }) =>
  locale === 'en' ? named.nameEn : named.nameZh
