'use client'
import { usePathname } from '@/lib/i18n/navigation'
import { Link } from './link'
import { navLook } from './nav-look'

/** A navigation link of the desk's header. */
export function NavLink({ href, label }: { href: string; label: string }) {
  return (
    <Link href={href} {...navLook(usePathname(), href)}>
      {label}
    </Link>
  )
}
