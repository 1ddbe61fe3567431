import 'server-only'
import { servingEnv } from '@/lib/env'

/**
 * The name and the options of a cookie of the desk's own. Behind TLS its name says that it came
 * from this host alone and by TLS (`__Host-`, RFC 6265bis 4.1.3.2), so that no other page of the
 * domain can plant one.
 */
export function ownCookie(name: string) {
  const secure = servingEnv().BASE_URL.startsWith('https:')
  return {
    name: `${secure ? '__Host-' : ''}${name}`,
    options: { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const,
  }
}
