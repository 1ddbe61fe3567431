import type { MetadataRoute } from 'next'
import { servingEnv } from '@/lib/env'
import { localPath } from '@/lib/i18n/address'
import { locales } from '@/lib/i18n/routing'
import { publicPages } from '@/lib/public-pages'

// BASE_URL is known at run time, not during the build.
export const dynamic = 'force-dynamic'

/**
 * Search engines may index the guide, the look-up, questions, verification, the finder of stores,
 * privacy and the developers' page; nothing personal.
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
