import type zhCN from './messages/zh-CN'
import type { formatsOf } from './request'
import type { Locale } from './routing'

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: typeof zhCN
    Formats: ReturnType<typeof formatsOf>
  }
}
