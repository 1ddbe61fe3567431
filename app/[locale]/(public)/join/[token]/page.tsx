import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { JoinForm } from '@/components/accounts/join-form'
import { PlainLink } from '@/components/shell/plain-link'
import { buttonClass } from '@/components/ui/button'
import { PageHeading, Panel } from '@/components/ui/panel'
import { openLink } from '@/lib/accounts/links/queries'
import { staffDates } from '@/lib/i18n/dates'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('join')
  return { title: t('title'), robots: { index: false } }
}

const wordNames = [
  'email',
  'new',
  'code',
  'codeHint',
  'submit',
  'busy',
  'over',
  'second_factor',
  'code_wrong',
  'passkey_needed',
  'tooMany',
  'malformed',
  'unreachable',
] as const
const faultNames = [
  'password_short',
  'password_short_beside_factor',
  'password_too_long',
  'password_common',
  'password_personal',
] as const

type Props = { params: Promise<{ token: string }> }

/**
 * Where a person chooses a password by a link. One that opens nothing does not say why: whether an
 * account exists is nobody else's business.
 */
export default async function JoinPage({ params }: Props) {
  const { token } = await params
  const t = await getTranslations('join')
  const faults = await getTranslations('faults')
  const link = token.length <= 100 ? await openLink(token, new Date()) : null
  const words = Object.fromEntries(wordNames.map((name) => [name, t(name)]))
  const said = Object.fromEntries(faultNames.map((name) => [name, faults(name)]))
  return (
    <div className="mx-auto max-w-md">
      {link ? (
        <>
          <PageHeading title={t('title')} lead={t(link.kind, { name: link.name })} />
          <Panel>
            <NextIntlClientProvider messages={{}}>
              <JoinForm
                token={token}
                email={link.email}
                hasFactor={link.hasFactor}
                hint={t(link.hasFactor ? 'newHintBesideFactor' : 'newHint')}
                words={words as Parameters<typeof JoinForm>[0]['words']}
                faults={said}
              />
            </NextIntlClientProvider>
            <p className="mt-4 text-sm text-quiet">
              {t('until', { until: staffDates.moment(link.expiresAt) })}
            </p>
          </Panel>
        </>
      ) : (
        <>
          <PageHeading title={t('over')} lead={t('overText')} />
          <PlainLink href="/signin" className={buttonClass()}>
            {t('signIn')}
          </PlainLink>
        </>
      )}
    </div>
  )
}
