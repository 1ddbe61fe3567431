import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { IdleLock } from '@/components/accounts/idle/idle-lock'
import { AccountMenu } from '@/components/accounts/account-menu'
import { TabOwner } from '@/components/drafts/tab-owner'
import { FormTexts } from '@/components/forms/form-texts'
import { KeyScope } from '@/components/keys/keys'
import { Header } from '@/components/shell/header'
import { NavLink } from '@/components/shell/nav-link'
import { PageFrame } from '@/components/shell/page-frame'
import { PlainNavLink } from '@/components/shell/plain-nav-link'
import { translationsFrom } from '@/lib/i18n/translations'
import { may } from '@/lib/domain/permissions'
import { requireViewer } from '@/lib/auth/viewer'
import { lockScreen, stillHere, unlockScreen } from './account/screen/actions'

/** The letter that goes to a place after G. */
const letterOf: Record<string, string> = {
  '/requests': 'l',
  '/requests/new': 'n',
  '/requests/transfer': 't',
  '/day': 'd',
  '/outbox': 'o',
  '/questions': 'q',
  '/reports': 'r',
  '/guides': 'g',
  '/requests/preflight': 'e',
  '/account': 'm',
}

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer('account.use')
  const t = await getTranslations('shell.nav')
  const locale = await getLocale()
  const {
    account,
    words,
    demands,
    documents,
    record,
    preflight,
    walk,
    moves,
    custody,
    calendar,
    live,
    bulk,
    settings,
    guides,
    notices,
    paper,
    questions,
  } = await getMessages()
  const items = may(viewer.memberships, 'request.read')
    ? [{ href: '/requests', label: t('requests') }]
    : []
  if (may(viewer.memberships, 'request.open'))
    items.push(
      { href: '/requests/new', label: t('new') },
      { href: '/requests/transfer', label: t('transfer') },
    )
  if (may(viewer.memberships, 'store.custody')) items.push({ href: '/day', label: t('day') })
  if (may(viewer.memberships, 'request.read'))
    items.push(
      { href: '/outbox', label: t('outbox') },
      { href: '/questions', label: t('questions') },
    )
  if (may(viewer.memberships, 'report.read')) items.push({ href: '/reports', label: t('reports') })
  if (may(viewer.memberships, 'guide.edit')) items.push({ href: '/guides', label: t('guides') })
  if (may(viewer.memberships, 'settings.edit'))
    items.push(
      ...(
        [
          'carriers',
          'stores',
          'accounts',
          'keys',
          'calendar',
          'notices',
          'retention',
          'security',
          'audit',
        ] as const
      ).map((name) => ({ href: `/${name}`, label: t(name) })),
    )
  const keys = await getTranslations('live.keys')
  // Pages that the navigation has no room for, too.
  const others = [
    ...(may(viewer.memberships, 'request.open')
      ? [{ href: '/requests/import', label: t('paper') }]
      : []),
    { href: '/account', label: account.title },
  ]
  const places = [...items, ...others].map((item) => ({ ...item, letter: letterOf[item.href] }))
  const labels = {
    primary: keys('primary'),
    print: keys('print'),
    search: keys('search'),
    palette: keys('palette'),
    help: keys('help'),
  }
  return (
    <NextIntlClientProvider
      messages={{
        account,
        words,
        demands: { whyNot: demands.whyNot, way: demands.way },
        documents,
        record,
        preflight,
        walk,
        moves,
        custody,
        calendar,
        live,
        bulk,
        settings,
        guides,
        notices,
        paper,
        questions,
      }}
    >
      <Header
        ways={[
          ...items.map((item) => <NavLink key={item.href} {...item} />),
          <PlainNavLink key="/guide" locale={locale} href="/guide" label={t('guide')} />,
        ]}
      >
        <AccountMenu name={viewer.name} signOut={t('signOut')} />
      </Header>
      <FormTexts>
        <TabOwner account={viewer.id}>
          <KeyScope
            letters={viewer.singleKeys}
            places={places}
            labels={labels}
            translations={translationsFrom(locale)}
          >
            <PageFrame wide>{children}</PageFrame>
          </KeyScope>
        </TabOwner>
        <IdleLock
          email={viewer.email}
          minutes={viewer.idleMinutes}
          lock={lockScreen}
          unlock={unlockScreen}
          here={stillHere}
        />
      </FormTexts>
    </NextIntlClientProvider>
  )
}
