import en from './messages/en'
import zhCN from './messages/zh-CN'
import type { Locale } from './routing'

const named = ({ shell, live, account }: typeof zhCN): Record<string, string> => ({
  ...shell.nav,
  ...Object.fromEntries(
    Object.entries(live.keys).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  ),
  title: account.title,
})

/** What pages and keys are called in the other language, by what they are called in this one. */
export function translationsFrom(locale: Locale): Record<string, string> {
  const [from, to] = locale === 'en' ? [named(en), named(zhCN)] : [named(zhCN), named(en)]
  return Object.fromEntries(
    Object.entries(from).flatMap(([key, text]) => (to[key] ? [[text, to[key]]] : [])),
  )
}
