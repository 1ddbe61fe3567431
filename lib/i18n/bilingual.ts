import type { Locale } from './routing'

/** The text in the reader's language. */
export const inLocale = (locale: Locale, text: { zh: string; en: string }) =>
  locale === 'en' ? text.en : text.zh

/** The name in the reader's language. */
export const nameIn = (locale: Locale, named: { nameZh: string; nameEn: string }) =>
  locale === 'en' ? named.nameEn : named.nameZh
