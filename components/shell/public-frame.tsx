import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Header } from './header'
import { NavAnchor } from './nav-anchor'
import { PageFrame } from './page-frame'
import { PlainLink } from './plain-link'
import { PlainNavLink } from './plain-nav-link'

/**
 * What stands around customers' pages. On one that comes without scripts, `path` says where it is;
 * elsewhere the browser knows.
 */
export async function PublicFrame({ path, children }: { path?: string; children: ReactNode }) {
  const t = await getTranslations('shell.nav')
  const locale = await getLocale()
  return (
    <>
      <Header
        path={path}
        nav={(['guide', 'status', 'ask'] as const).map((name) => {
          const way = { locale, href: `/${name}`, label: t(name) }
          return path === undefined ? (
            <PlainNavLink key={name} look="bar" {...way} />
          ) : (
            <NavAnchor key={name} path={path} look="bar" {...way} />
          )
        })}
      >
        <PlainLink
          href="/signin"
          className={
            'inline-flex min-h-11 items-center whitespace-nowrap px-2 text-quiet no-underline ' +
            'hover:underline'
          }
        >
          {t('signIn')}
        </PlainLink>
      </Header>
      <PageFrame links={<FooterLinks />}>{children}</PageFrame>
    </>
  )
}

async function FooterLinks() {
  const [stores, privacy] = [await getTranslations('stores'), await getTranslations('privacy')]
  return (
    <ul className="mb-1 flex flex-wrap justify-center gap-x-6">
      {(
        [
          ['/find-store', stores('title')],
          ['/privacy', privacy('title')],
        ] as const
      ).map(([href, label]) => (
        <li key={href}>
          <PlainLink
            href={href}
            className="inline-flex min-h-11 items-center text-accent underline"
          >
            {label}
          </PlainLink>
        </li>
      ))}
    </ul>
  )
}
