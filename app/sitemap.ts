import type { MetadataRoute } from 'next'
import { cardTypes, channels } from '@/lib/domain/coded-values'
import { servingEnv } from '@/lib/env'
import { pathAddress } from '@/lib/guide/address'
import { localPath } from '@/lib/i18n/address'
import { locales } from '@/lib/i18n/routing'
import { publicPages } from '@/lib/public-pages'

// BASE_URL is known at run time, not during the build.
export const dynamic = 'force-dynamic'

/**
 * The public pages for search engines, in both languages: guide, look-up, questions, verification,
 * stores, privacy, developers.
 */
export default function sitemap(): MetadataRoute.Sitemap {
  const base = servingEnv().BASE_URL
  const paths = [
    '/guide',
    ...cardTypes.flatMap((cardType) => channels.map((channel) => pathAddress(cardType, channel))),
    ...publicPages,
  ]
  const inAll = (path: string) =>
    Object.fromEntries(locales.map((locale) => [locale, `${base}${localPath(locale, path)}`]))
  return paths.flatMap((path) =>
    locales.map((locale) => ({
      url: `${base}${localPath(locale, path)}`,
      alternates: { languages: inAll(path) },
    })),
  )
}
