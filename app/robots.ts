import type { MetadataRoute } from 'next'

/** Search engines may read the guide; what belongs to one person they may not. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: ['/$', '/guide', '/en/guide', '/ask$', '/verify$'], disallow: '/' } }
}
