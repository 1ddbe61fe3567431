import { localPath } from '@/lib/i18n/address'
import type { Locale } from '@/lib/i18n/routing'
import { type NavLook, navLook } from './nav-look'

export type NavAnchorProps = { locale: Locale; href: string; label: string; look: NavLook }

/** A way of the header on a page at this path. */
export const NavAnchor = ({
  path,
  locale,
  href,
  label,
  look,
}: NavAnchorProps & { path: string }) => (
  <a href={localPath(locale, href)} {...navLook(path, href, look)}>
    {label}
  </a>
)
