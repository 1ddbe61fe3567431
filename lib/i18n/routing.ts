import { defineRouting } from 'next-intl/routing'

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

/**
 * Chinese without a prefix, English below /en. The switch on every page decides; the language is
 * never detected.
 */
export const routing = defineRouting({
  locales,
  defaultLocale: 'zh-CN',
  localePrefix: 'as-needed',
  localeDetection: false,
  localeCookie: false,
})
