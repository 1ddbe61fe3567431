'use client'
import { usePathname } from '@/lib/i18n/navigation'
import { Link } from './link'
import { type NavLook, navLook } from './nav-look'

/** A navigation link of the desk. */
export function NavLink({ href, label, look }: { href: string; label: string; look: NavLook }) {
  return (
    <Link href={href} {...navLook(usePathname(), href, look)}>
      {label}
    </Link>
  )
}
