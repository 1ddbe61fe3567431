import clsx from 'clsx'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LanguageAnchor } from './language-anchor'
import { LanguageSwitch } from './language-switch'
import { PlainLink } from './plain-link'

/** The header of every page: product name, navigation, language. */
export async function Header({
  nav,
  isMenu,
  path,
  home = '/',
  children,
}: {
  nav?: ReactNode
  /** Whether the navigation is a menu on a phone; links have a line of their own there. */
  isMenu?: true
  /** The page's path, where it comes without scripts; elsewhere the browser knows it. */
  path?: string
  /** Where the desk's name leads to. */
  home?: string
  children?: ReactNode
}) {
  const t = await getTranslations('shell')
  const switching = {
    other: (await getLocale()) === 'en' ? ('zh-CN' as const) : ('en' as const),
    label: t('switchLanguageLabel'),
    children: t('switchLanguage'),
  }
  return (
    <header className="no-print relative border-b border-line bg-surface">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:bg-surface focus:p-3"
      >
        {t('skip')}
      </a>
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-2 gap-y-1 px-4 py-2 sm:gap-x-6 sm:px-6">
        <PlainLink
          href={home}
          className="flex min-h-11 items-center gap-2.5 font-bold no-underline"
        >
          <Mark />
          {t('product')}
        </PlainLink>
        {nav && (
          <nav
            aria-label={t('nav.label')}
            className={clsx(
              'flex gap-1',
              isMenu ? 'ml-auto lg:ml-0' : 'order-last w-full flex-wrap sm:order-none sm:w-auto',
            )}
          >
            {nav}
          </nav>
        )}
        <div className={clsx('flex items-center gap-1', isMenu ? 'lg:ml-auto' : 'ml-auto')}>
          {children}
          {path === undefined ? (
            <LanguageSwitch {...switching} />
          ) : (
            <LanguageAnchor path={path} {...switching} />
          )}
        </div>
      </div>
    </header>
  )
}

function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 32 32" className="size-7 text-accent">
      <path d="M8 3h11l7 7v16a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3Z" fill="currentColor" />
      <path
        d="m10.5 17.5 4 4 7.5-8"
        fill="none"
        stroke="var(--color-surface)"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
