import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { roleText } from '@/components/accounts/role-text'
import { NewRoleForm } from '@/components/settings/account-forms'
import { GrantsPanel } from '@/components/settings/grants-panel'
import { SavedNotice } from '@/components/settings/saved-notice'
import { SettingsForm } from '@/components/settings/settings-form'
import { Badge } from '@/components/ui/badge'
import { Notice } from '@/components/ui/notice'
import { PageHeading, Panel } from '@/components/ui/panel'
import { OneButtonForm } from '@/components/forms/one-button-form'
import { waitingGrants } from '@/lib/accounts/grants/queries'
import { factorsOf } from '@/lib/accounts/factors/queries'
import { accountToManage } from '@/lib/accounts/queries'
import { requireViewer } from '@/lib/auth/viewer'
import { nameIn } from '@/lib/i18n/bilingual'
import { allStores } from '@/lib/stores/queries/stores'
import {
  answerGrant,
  disableAccount,
  giveRole,
  removeFactors,
  resetPassword,
  takeRole,
} from '../actions'
import { isUuid } from '@/lib/domain/identifiers/uuid'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ saved?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.account')
  return { title: t('title') }
}

/** An account: roles, password, whether it is disabled. */
export default async function AccountToManagePage({ params, searchParams }: Props) {
  const viewer = await requireViewer('settings.edit')
  const { id } = await params
  const account = isUuid(id) ? await accountToManage(id) : null
  if (!account) notFound()
  const t = await getTranslations('settings.account')
  const words = await getTranslations('words.role')
  const locale = await getLocale()
  const { totp, passkeys } = await factorsOf(id)
  const stores = (await allStores()).map((store) => ({
    code: store.code,
    name: nameIn(locale, store),
  }))
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading
        title={
          <span className="flex flex-wrap items-center gap-3">
            {account.name}
            {account.disabled && <Badge tone="bad">{t('disabled')}</Badge>}
          </span>
        }
        lead={account.email}
      />
      <SavedNotice saved={(await searchParams).saved} />
      <GrantsPanel grants={await waitingGrants(id)} viewer={viewer.id} action={answerGrant} />
      {viewer.id === id && (
        <Notice tone="info" className="mb-6">
          {t('own')}
        </Notice>
      )}
      <div className="grid gap-6">
        <Panel title={t('roles')}>
          {account.roles.length === 0 && <p className="mb-4 text-quiet">{t('noRole')}</p>}
          <ul className="mb-6">
            {account.roles.map(({ id: membership, role, storeCode }) => (
              <li
                key={membership}
                className={
                  'flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-b ' +
                  'border-line last:border-0'
                }
              >
                <span>
                  {roleText(
                    words(role),
                    stores.find(({ code }) => code === storeCode)?.name ?? storeCode,
                  )}
                </span>
                <OneButtonForm action={takeRole} values={{ $id: id, $membership: membership }}>
                  {t('take')}
                </OneButtonForm>
              </li>
            ))}
          </ul>
          <NewRoleForm key={account.roles.length} action={giveRole} id={id} stores={stores} />
        </Panel>
        <Panel title={t('password')}>
          <p className="mb-4 text-quiet">{t('passwordText')}</p>
          <SettingsForm
            action={resetPassword}
            values={{ $id: id }}
            scope="password"
            save={t('reset')}
            look="secondary"
          />
        </Panel>
        <Panel title={t('factors')}>
          <p className="mb-4 text-quiet">
            {totp || passkeys.length > 0 ? t('factorsText') : t('factorsNone')}
          </p>
          {(totp || passkeys.length > 0) && (
            <OneButtonForm action={removeFactors} look="danger" values={{ $id: id }}>
              {t('factorsReset')}
            </OneButtonForm>
          )}
        </Panel>
        <Panel title={t('access')}>
          <p className="mb-4 text-quiet">{account.disabled ? t('enableText') : t('disableText')}</p>
          <OneButtonForm
            action={disableAccount}
            look={account.disabled ? 'secondary' : 'danger'}
            values={{ $id: id, 'disabled:boolean': String(!account.disabled) }}
          >
            {account.disabled ? t('enable') : t('disable')}
          </OneButtonForm>
        </Panel>
      </div>
    </div>
  )
}
