import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { roleText } from '@/components/accounts/role-text'
import { NewAccountForm } from '@/components/settings/account-forms'
import { GrantsPanel } from '@/components/settings/grants-panel'
import { SavedNotice } from '@/components/settings/saved-notice'
import { Badge } from '@/components/ui/badge'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { TextField } from '@/components/ui/field'
import { PageHeading, Panel } from '@/components/ui/panel'
import { Records } from '@/components/ui/records'
import { waitingGrants } from '@/lib/accounts/grants/queries'
import { accounts } from '@/lib/accounts/queries'
import { requireViewer } from '@/lib/auth/viewer'
import { beginningOf } from '@/lib/forms/storable-text'
import { staffDates } from '@/lib/i18n/dates'
import { nameIn } from '@/lib/i18n/bilingual'
import { Link } from '@/components/shell/link'
import { allStores } from '@/lib/stores/queries/stores'
import { addAccount, answerGrant } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.account')
  return { title: t('title') }
}

const tones = {
  active: 'good',
  invited: 'warn',
  invitation_over: 'quiet',
  disabled: 'bad',
} as const

/** All accounts, and the form for a new one. */
export default async function AccountsPage({
  searchParams,
}: {
  searchParams: Promise<{ q?: string; saved?: string }>
}) {
  const viewer = await requireViewer('settings.edit')
  const query = await searchParams
  const q = beginningOf(String(query.q ?? ''), 100)
  const t = await getTranslations('settings.account')
  const words = await getTranslations('words')
  const list = await getTranslations('list')
  const locale = await getLocale()
  const [rows, stores, waiting] = await Promise.all([accounts(q), allStores(), waitingGrants()])
  const named = stores.map((store) => ({ code: store.code, name: nameIn(locale, store) }))
  const storeNames = new Map(named.map(({ code, name }) => [code, name]))
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <SavedNotice saved={query.saved} />
      <GrantsPanel grants={waiting} viewer={viewer.id} action={answerGrant} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Panel>
          <form className="mb-4 flex flex-wrap items-end gap-3">
            <TextField
              name="q"
              type="search"
              label={t('search')}
              defaultValue={q}
              className="flex-1 basis-48"
            />
            <Button look="secondary">{t('find')}</Button>
          </form>
          {rows.length === 0 ? (
            <EmptyState title={t('none')} text={t('noneText')}>
              <Link href="/accounts" className={buttonClass('secondary')}>
                {list('clear')}
              </Link>
            </EmptyState>
          ) : (
            <Records
              label={t('title')}
              rows={rows}
              keyOf={({ id }) => id}
              columns={[
                {
                  name: 'name',
                  title: t('name'),
                  cell: ({ id, name }) => (
                    <Link href={`/accounts/${id}`} className="text-accent underline">
                      {name}
                    </Link>
                  ),
                },
                {
                  name: 'state',
                  title: t('access'),
                  card: 'right',
                  cell: ({ state, link }) => (
                    <Badge tone={tones[state]}>
                      {t(`state.${state}`, {
                        until: link ? staffDates.moment(link.expiresAt) : '',
                      })}
                    </Badge>
                  ),
                },
                { name: 'email', title: t('email'), cell: ({ email }) => email },
                {
                  name: 'roles',
                  title: t('roles'),
                  cell: ({ roles }) =>
                    roles
                      .map(({ role, storeCode }) =>
                        roleText(words(`role.${role}`), storeNames.get(storeCode ?? '')),
                      )
                      .join(words('semicolon')) || t('noRole'),
                },
              ]}
            />
          )}
        </Panel>
        <Panel title={t('add')}>
          <NewAccountForm action={addAccount} stores={named} />
        </Panel>
      </div>
    </>
  )
}
