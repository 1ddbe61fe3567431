import clsx from 'clsx'
import { plainPath } from '@/lib/i18n/address'

/** A navigation link in a bar, or in a list. */
export type NavLook = 'bar' | 'list'

/** The style of a navigation link, and whether it is the current page. */
export function navLook(path: string, href: string, look: NavLook) {
  // The guide's first page is also the home page.
  const at = plainPath(path).replace(/^\/$/, '/guide')
  const here = at === href || (at.startsWith(`${href}/`) && href !== '/requests')
  return {
    'aria-current': here ? ('page' as const) : undefined,
    className: clsx(
      'min-h-11 items-center px-3 no-underline hover:text-accent',
      look === 'bar'
        ? 'inline-flex whitespace-nowrap border-b-2'
        : 'flex rounded-md border-l-2 hover:bg-accent-soft',
      here ? 'border-accent font-semibold text-accent' : 'border-transparent',
      here && look === 'list' && 'rounded-l-none bg-accent-soft',
    ),
  }
}
