import type { MetadataRoute } from 'next'
import { servingEnv } from '@/lib/env'

// The address is the running desk's, not the build's.
export const dynamic = 'force-dynamic'

/** Search engines may read the guide; what belongs to one person they may not. */
export default function robots(): MetadataRoute.Robots {
  return { sitemap: `${servingEnv().BASE_URL}/sitemap.xml`, rules: { userAgent: '*', allow: ['/$', '/guide', '/en/guide', '/ask$', '/verify$'], disallow: '/' } }
}
