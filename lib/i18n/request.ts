import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import en from './messages/en'
import zhCN from './messages/zh-CN'
import { type Locale, routing } from './routing'

const catalogues: Record<Locale, typeof zhCN> = { 'zh-CN': zhCN, en }

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  return { locale, messages: catalogues[locale], timeZone: 'Asia/Shanghai', formats: formatsOf(locale) }
})

/** Dates and times as they are written at a counter; in English with the month's name, since 3/4 is two days. */
export const formatsOf = (locale: Locale) => {
  const day = { year: 'numeric', month: locale === 'en' ? 'short' : '2-digit', day: locale === 'en' ? 'numeric' : '2-digit' } as const
  return { dateTime: { day, moment: { ...day, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } } } as const
}
