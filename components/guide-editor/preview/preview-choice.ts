import { type Locale, routing } from '@/lib/i18n/routing'

export const previewSides = ['customer', 'steps'] as const
export const previewWidths = ['phone', 'counter'] as const

/** What a preview shows, for which screen, in which language, and where. */
export type PreviewChoice = {
  side: (typeof previewSides)[number]
  width: (typeof previewWidths)[number]
  language: Locale
  carrier: string
  region: string
}
export type PreviewQuery = Partial<Record<keyof PreviewChoice, string>>

const oneOf = <T extends string>(all: readonly T[], asked: string | undefined, usual: T): T =>
  all.find((one) => one === asked) ?? usual

/** What an address asks for; where it says nothing, the customers' page on a phone. */
export const previewChoice = (query: PreviewQuery, locale: Locale): PreviewChoice => ({
  side: oneOf(previewSides, query.side, 'customer'),
  width: oneOf(previewWidths, query.width, 'phone'),
  language: oneOf(routing.locales, query.language, locale),
  carrier: query.carrier ?? '',
  region: query.region ?? '',
})
