'use client'
import { usePathname } from 'next/navigation'
import { localPath } from '@/lib/i18n/address'
import type { Locale } from '@/lib/i18n/routing'
import { navLook } from './nav-look'

/** A navigation link on customers' pages: like the desk's, without the router's size. */
export function PlainNavLink({
  locale,
  href,
  label,
}: {
  locale: Locale
  href: string
  label: string
}) {
  return (
    <a href={localPath(locale, href)} {...navLook(usePathname(), href)}>
      {label}
    </a>
  )
}
