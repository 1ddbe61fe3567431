import clsx from 'clsx'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NavLink } from './nav-link'
import type { NavLook } from './nav-look'
import { NavMenu } from './nav-menu'
import { PlainNavLink } from './plain-nav-link'

type Place = { href: string; label: string; everyday?: true }
type Group = { name: 'work' | 'rules' | 'people'; places: readonly Place[] }

// As many as there is room for beside the name of the desk and of its user, in either language.
const inBar = 4

/**
 * The desk's navigation: the most used pages in a bar where there is room for it, the others in a
 * menu by group. On a narrow screen the menu holds every page, and `children` below them.
 */
export async function DeskNav({
  groups,
  search,
  children,
}: {
  groups: readonly Group[]
  /** The way to the search where the header has no room for it. */
  search?: ReactNode
  children: ReactNode
}) {
  const t = await getTranslations('shell.menu')
  const locale = await getLocale()
  const bar = groups
    .flatMap(({ places }) => places)
    .filter(({ everyday }) => everyday)
    .slice(0, inBar)
  // The customers' guide is made without the router.
  const link = ({ href, label }: Place, look: NavLook) =>
    href === '/guide' ? (
      <PlainNavLink locale={locale} href={href} label={label} look={look} />
    ) : (
      <NavLink href={href} label={label} look={look} />
    )
  const shown = groups.map(({ name, places }) => ({
    name,
    places,
    isInBar: places.every((place) => bar.includes(place)),
  }))
  return (
    <>
      <ul className="hidden gap-1 lg:flex">
        {bar.map((place) => (
          <li key={place.href}>{link(place, 'bar')}</li>
        ))}
      </ul>
      <NavMenu closed={t('closed')} more={t('more')}>
        {search}
        <div className="grid gap-x-6 gap-y-3 lg:grid-flow-col">
          {shown.map(({ name, places, isInBar }) => (
            <section key={name} className={clsx(isInBar && 'lg:hidden')}>
              {shown.length > 1 && (
                <h2 id={`nav-${name}`} className="px-3 text-sm font-semibold text-quiet">
                  {t(name)}
                </h2>
              )}
              <ul
                aria-labelledby={shown.length > 1 ? `nav-${name}` : undefined}
                className="grid grid-cols-2 sm:grid-cols-3 lg:grid-cols-1"
              >
                {places.map((place) => {
                  const beyond = !bar.includes(place)
                  return (
                    <li
                      key={place.href}
                      data-beyond={beyond || undefined}
                      className={clsx(!beyond && 'lg:hidden')}
                    >
                      {link(place, 'list')}
                    </li>
                  )
                })}
              </ul>
            </section>
          ))}
        </div>
        <div className="mt-3 border-t border-line pt-2 lg:hidden">{children}</div>
      </NavMenu>
    </>
  )
}
