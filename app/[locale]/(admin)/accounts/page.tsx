import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { roleText } from '@/components/accounts/role-text'
import { NewAccountForm } from '@/components/settings/account-forms'
import { GrantsPanel } from '@/components/settings/grants-panel'
import { SavedNotice } from '@/components/settings/saved-notice'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { PageHeading, Panel } from '@/components/ui/panel'
import { waitingGrants } from '@/lib/accounts/grants/queries'
import { accounts } from '@/lib/accounts/queries'
import { requireViewer } from '@/lib/auth/viewer'
import { beginningOf } from '@/lib/forms/storable-text'
import { nameIn } from '@/lib/i18n/bilingual'
import { Link } from '@/components/shell/link'
import { allStores } from '@/lib/stores/queries/stores'
import { addAccount, answerGrant } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.account')
  return { title: t('title') }
}

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
  const locale = await getLocale()
  const [rows, stores, waiting] = await Promise.all([accounts(q), allStores(), waitingGrants()])
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <SavedNotice saved={query.saved} />
      <GrantsPanel grants={waiting} viewer={viewer.id} action={answerGrant} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
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
          {rows.length === 0 && <p className="text-quiet">{t('none')}</p>}
          <ul>
            {rows.map(({ id, email, name, disabled, roles }) => (
              <li key={id} className="border-b border-line py-2 last:border-0">
                <p className="flex flex-wrap items-center gap-x-3">
                  <Link href={`/accounts/${id}`} className="font-semibold text-accent underline">
                    {name}
                  </Link>
                  <span className="break-all">{email}</span>
                  {disabled && <Badge tone="bad">{t('disabled')}</Badge>}
                </p>
                <p className="text-sm text-quiet">
                  {roles
                    .map(({ role, storeCode }) => roleText(words(`role.${role}`), storeCode))
                    .join(words('semicolon')) || t('noRole')}
                </p>
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title={t('add')}>
          <NewAccountForm
            action={addAccount}
            stores={stores.map((store) => ({ code: store.code, name: nameIn(locale, store) }))}
          />
        </Panel>
      </div>
    </>
  )
}
