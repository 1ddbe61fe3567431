'use client'
import clsx from 'clsx'
import { Link, usePathname } from '@/lib/i18n/navigation'

export function NavLink({ href, label }: { href: string; label: string }) {
  const path = usePathname()
  const here = path === href || (href !== '/' && path.startsWith(`${href}/`) && href !== '/requests')
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : undefined}
      className={clsx('inline-flex min-h-11 items-center whitespace-nowrap border-b-2 px-3 no-underline hover:text-accent', here ? 'border-accent font-semibold text-accent' : 'border-transparent')}
    >
      {label}
    </Link>
  )
}
