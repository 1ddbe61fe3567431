import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { IdleLock } from '@/components/accounts/idle/idle-lock'
import { AccountMenu } from '@/components/accounts/account-menu'
import { TabOwner } from '@/components/drafts/tab-owner'
import { FormTexts } from '@/components/forms/form-texts'
import { KeyScope } from '@/components/keys/keys'
import { DeskNav } from '@/components/shell/desk-nav'
import { Header } from '@/components/shell/header'
import { SearchButton } from '@/components/shell/search-button'
import { NavigationStatus } from '@/components/shell/navigation-status'
import { PageFrame } from '@/components/shell/page-frame'
import { translationsFrom } from '@/lib/i18n/translations'
import { requireViewer } from '@/lib/auth/viewer'
import { may } from '@/lib/domain/permissions'
import { firstPage, placesFor } from './places'
import { lockScreen, stillHere, unlockScreen } from './account/screen/actions'

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer('account.use')
  const shell = await getTranslations('shell')
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
    shell: { failed },
  } = await getMessages()
  const groups = placesFor(viewer.memberships).map(({ name, places }) => ({
    name,
    places: places.map((place) => ({ ...place, label: t(place.name) })),
  }))
  // The customers' first page for whoever serves them, as it always was.
  const first = firstPage(viewer.memberships)
  const home = first === '/overview' ? first : '/'
  const searches = may(viewer.memberships, 'settings.edit')
  const keys = await getTranslations('live.keys')
  const places = [
    ...groups.flatMap((group) =>
      group.places.map(({ href, label, letter }) => ({ href, label, letter })),
    ),
    { href: '/account', label: t('account'), letter: 'm' },
  ]
  const mine = { own: t('account'), name: viewer.name, signOut: t('signOut') }
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
        shell: { failed },
      }}
    >
      <NavigationStatus label={shell('loading')}>
        <Header
          isMenu
          home={home}
          nav={
            <DeskNav
              groups={groups}
              search={searches && <SearchButton label={shell('search')} inMenu />}
            >
              <AccountMenu {...mine} inMenu />
            </DeskNav>
          }
        >
          {searches && <SearchButton label={shell('search')} />}
          <div className="hidden lg:block">
            <AccountMenu {...mine} />
          </div>
        </Header>
        <FormTexts>
          <TabOwner account={viewer.id}>
            <KeyScope
              letters={viewer.singleKeys}
              places={places}
              labels={labels}
              translations={translationsFrom(locale)}
              searches={searches}
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
      </NavigationStatus>
    </NextIntlClientProvider>
  )
}
