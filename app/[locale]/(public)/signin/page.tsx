import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { SignInForm } from '@/components/accounts/sign-in-form'
import { PageHeading, Panel } from '@/components/ui/panel'
import { singleSignOn } from '@/lib/auth/single-sign-on'
import { currentViewer } from '@/lib/auth/viewer'
import { redirect } from '@/lib/i18n/redirect'
import { askPasskey } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn')
  return { title: t('title'), description: t('lead') }
}

const wordNames = [
  'email',
  'password',
  'submit',
  'busy',
  'wrong',
  'unreachable',
  'malformed',
  'tooMany',
  'code',
  'codeHint',
  'second_factor',
  'code_wrong',
  'passkey_needed',
  'passkey',
  'passkeyStopped',
  'passkeyWrong',
] as const

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ error?: string }>
}) {
  if (await currentViewer()) redirect({ href: '/account/home', locale: await getLocale() })
  const t = await getTranslations('signIn')
  const { error } = await searchParams
  const words = Object.fromEntries(wordNames.map((name) => [name, t(name)])) as Record<
    (typeof wordNames)[number],
    string
  >
  const [sso] = singleSignOn()
  return (
    <div className="mx-auto max-w-md">
      <PageHeading title={t('title')} lead={t('lead')} />
      <Panel>
        <NextIntlClientProvider messages={{}}>
          <SignInForm
            words={words}
            askPasskey={askPasskey}
            sso={sso ? t('sso', { name: sso.name }) : null}
            said={error ? t(error === 'sso_unknown' ? 'ssoUnknown' : 'ssoFailed') : undefined}
          />
        </NextIntlClientProvider>
      </Panel>
    </div>
  )
}
