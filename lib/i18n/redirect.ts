import { redirect as leadTo } from 'next/navigation'
import { localPath } from './address'
import type { Locale } from './routing'

/**
 * Redirects to a path in a language. Separate from `navigation`, whose links would be loaded by
 * every page that redirects.
 */
export const redirect = ({ href, locale }: { href: string; locale: Locale }): never =>
  leadTo(localPath(locale, href))
