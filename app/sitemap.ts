import type { MetadataRoute } from 'next'
import { cardTypes, channels } from '@/lib/domain/coded-values'
import { servingEnv } from '@/lib/env'
import { pathAddress } from '@/lib/guide/address'
import { localPath } from '@/lib/i18n/address'
import { locales } from '@/lib/i18n/routing'
import { publicPages } from '@/lib/public-pages'

// The address is the running desk's, not the build's.
export const dynamic = 'force-dynamic'

/**
 * What search engines may find: the guide, where one looks up, asks and checks, and what developers
 * read, in both languages.
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
