import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { SignInForm } from '@/components/accounts/sign-in-form'
import { PageHeading, Panel } from '@/components/ui/panel'
import { currentViewer } from '@/lib/auth/viewer'
import { redirect } from '@/lib/i18n/redirect'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return { title: t('title') }
}

export default async function SignInPage() {
  if (await currentViewer()) redirect({ href: '/account/home', locale: await getLocale() })
  const t = await getTranslations('signIn')
  const words = { email: t('email'), password: t('password'), submit: t('submit'), busy: t('busy'), wrong: t('wrong'), unreachable: t('unreachable'), tooMany: t('tooMany') }
  return (
    <div className="mx-auto max-w-md">
      <PageHeading title={t('title')} lead={t('lead')} />
      <Panel>
        <NextIntlClientProvider messages={{}}><SignInForm words={words} /></NextIntlClientProvider>
      </Panel>
    </div>
  )
}
