import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import en from './messages/en'
import zhCN from './messages/zh-CN'
import { type Locale, routing } from './routing'

const catalogues: Record<Locale, typeof zhCN> = { 'zh-CN': zhCN, en }

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  return { locale, messages: catalogues[locale], timeZone: 'Asia/Shanghai', formats }
})

/** Dates and times as they are written at a counter. */
export const formats = {
  dateTime: {
    day: { year: 'numeric', month: '2-digit', day: '2-digit' },
    moment: { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false },
  },
} as const
