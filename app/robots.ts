import type { MetadataRoute } from 'next'
import { servingEnv } from '@/lib/env'
import { localPath } from '@/lib/i18n/address'
import { locales } from '@/lib/i18n/routing'
import { publicPages } from '@/lib/public-pages'

// The address is the running desk's, not the build's.
export const dynamic = 'force-dynamic'

/**
 * Search engines may read the guide, where one looks up, asks and checks, and what developers read;
 * what belongs to one person they may not.
 */
export default function robots(): MetadataRoute.Robots {
  const allow = locales.flatMap((locale) => [
    `${localPath(locale, '/')}$`,
    localPath(locale, '/guide'),
    ...publicPages.map((path) => `${localPath(locale, path)}$`),
  ])
  return {
    sitemap: `${servingEnv().BASE_URL}/sitemap.xml`,
    rules: { userAgent: '*', allow, disallow: '/' },
  }
}
