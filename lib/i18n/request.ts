import { hasLocale } from 'next-intl'
import { getRequestConfig } from 'next-intl/server'
import en from './messages/en'
import zhCN from './messages/zh-CN'
import { type Locale, routing } from './routing'

const catalogues: Record<Locale, typeof zhCN> = { 'zh-CN': zhCN, en }

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale
  return {
    locale,
    messages: catalogues[locale],
    timeZone: 'Asia/Shanghai',
  }
})
