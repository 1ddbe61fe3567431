import { localPath } from '@/lib/i18n/address'
import type { Locale } from '@/lib/i18n/routing'
import { navLook } from './nav-look'

export type NavAnchorProps = { locale: Locale; href: string; label: string }

/** A way of the header on a page at this path. */
export const NavAnchor = ({ path, locale, href, label }: NavAnchorProps & { path: string }) => (
  <a href={localPath(locale, href)} {...navLook(path, href)}>
    {label}
  </a>
)
