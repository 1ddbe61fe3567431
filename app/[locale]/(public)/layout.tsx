import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Header } from '@/components/shell/header'
import { PageFrame } from '@/components/shell/page-frame'
import { PlainLink } from '@/components/shell/plain-link'
import { PlainNavLink } from '@/components/shell/plain-nav-link'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('shell.nav')
  const locale = await getLocale()
  return (
    <>
      <Header
        ways={(['guide', 'status', 'ask'] as const).map((name) => (
          <PlainNavLink key={name} locale={locale} href={`/${name}`} label={t(name)} />
        ))}
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
      <PageFrame>{children}</PageFrame>
    </>
  )
}
