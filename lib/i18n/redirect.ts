import { redirect as leadTo } from 'next/navigation'
import { localPath } from './address'
import type { Locale } from './routing'

/**
 * Leads to a path in a language. Apart from `navigation`, whose links would weigh on every page
 * that redirects.
 */
export const redirect = ({ href, locale }: { href: string; locale: Locale }): never =>
  leadTo(localPath(locale, href))
