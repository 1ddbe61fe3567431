import clsx from 'clsx'
import { plainPath } from '@/lib/i18n/address'

/** The style of a navigation link, and whether it is the current page. */
export function navLook(path: string, href: string) {
  // The guide's first page is also the home page.
  const at = plainPath(path).replace(/^\/$/, '/guide')
  const here = at === href || (at.startsWith(`${href}/`) && href !== '/requests')
  return {
    'aria-current': here ? ('page' as const) : undefined,
    className: clsx(
      'inline-flex min-h-11 items-center whitespace-nowrap border-b-2 px-3 no-underline ' +
        'hover:text-accent',
      here ? 'border-accent font-semibold text-accent' : 'border-transparent',
    ),
  }
}
