import type { MetadataRoute } from 'next'
import { servingEnv } from '@/lib/env'
import { publicPages } from '@/lib/public-pages'

// The address is the running desk's, not the build's.
export const dynamic = 'force-dynamic'

/** Search engines may read the guide, and where one looks up, asks and checks; what belongs to one person they may not. */
export default function robots(): MetadataRoute.Robots {
  const allow = ['', '/en'].flatMap((language) => [`${language || '/'}$`, `${language}/guide`, ...publicPages.map((path) => `${language}${path}$`)])
  return { sitemap: `${servingEnv().BASE_URL}/sitemap.xml`, rules: { userAgent: '*', allow, disallow: '/' } }
}
