import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Header } from '@/components/shell/header'
import { PageFrame } from '@/components/shell/page-frame'
import { Link } from '@/lib/i18n/navigation'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations('shell.nav')
  return (
    <>
      <Header items={[{ href: '/guide', label: t('guide') }, { href: '/status', label: t('status') }, { href: '/ask', label: t('ask') }]}>
        <Link href="/signin" className="inline-flex min-h-11 items-center whitespace-nowrap px-2 text-quiet no-underline hover:underline">{t('signIn')}</Link>
      </Header>
      <PageFrame>{children}</PageFrame>
    </>
  )
}
