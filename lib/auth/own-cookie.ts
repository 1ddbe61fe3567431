import 'server-only'
import { servingEnv } from '@/lib/env'

/**
 * Name and options of a first-party cookie. Behind TLS it has the `__Host-` prefix (RFC 6265bis
 * 4.1.3.2), so that no sibling domain can set it.
 */
export function ownCookie(name: string) {
  const secure = servingEnv().BASE_URL.startsWith('https:')
  return {
    name: `${secure ? '__Host-' : ''}${name}`,
    options: { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const,
  }
}
