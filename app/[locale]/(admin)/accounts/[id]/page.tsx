import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { roleText } from '@/components/accounts/role-text'
import { NewRoleForm } from '@/components/settings/account-forms'
import { GrantsPanel } from '@/components/settings/grants-panel'
import { SavedNotice } from '@/components/settings/saved-notice'
import { LinkForm } from '@/components/settings/link-form'
import { Badge } from '@/components/ui/badge'
import { Notice } from '@/components/ui/notice'
import { PageHeading, Panel } from '@/components/ui/panel'
import { ConfirmButton } from '@/components/forms/confirm-button'
import { OneButtonForm } from '@/components/forms/one-button-form'
import {
  type RoleConsequence,
  consequenceOfSigningOut,
  consequencesOfTaking,
} from '@/lib/accounts/consequences/queries'
import { waitingGrants } from '@/lib/accounts/grants/queries'
import { factorsOf } from '@/lib/accounts/factors/queries'
import { type AccountRow, accountToManage } from '@/lib/accounts/queries'
import { requireViewer } from '@/lib/auth/viewer'
import { fingerprint } from '@/lib/db/audit'
import { staffDates } from '@/lib/i18n/dates'
import { nameIn } from '@/lib/i18n/bilingual'
import { allStores } from '@/lib/stores/queries/stores'
import {
  answerGrant,
  disableAccount,
  giveRole,
  removeFactors,
  sendPasswordLink,
  signOut,
  takeRole,
  withdrawPasswordLink,
} from '../actions'
import { isUuid } from '@/lib/domain/identifiers/uuid'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<{ saved?: string; sent?: string }>
}

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
  const [{ totp, passkeys }, signedIn, taking] = await Promise.all([
    factorsOf(id),
    consequenceOfSigningOut(id, new Date()),
    consequencesOfTaking(id),
  ])
  // Nobody changes their own access: what would be refused is not offered.
  const isOwn = viewer.id === id
  const { name } = account
  const { devices } = signedIn
  const stores = (await allStores()).map((store) => ({
    code: store.code,
    name: nameIn(locale, store),
  }))
  const storeName = (code: string | null) =>
    stores.find((store) => store.code === code)?.name ?? code ?? ''
  const until = account.link ? staffDates.moment(account.link.expiresAt) : ''
  const linkText = t(`link.${linkWords(account)}`, { until })
  const { saved, sent } = await searchParams
  const askToTake = (consequence: RoleConsequence) => {
    const { role, storeCode, others } = consequence
    const held = { name, role: roleText(words(role), storeName(storeCode)) }
    const kept = { count: others, role: held.role }
    return {
      title: t('takeAsk.title', held),
      text: <p>{t(others > 0 ? 'takeAsk.others' : 'takeAsk.nobody', kept)}</p>,
      confirm: t(`takeAsk.${role}`, { name, store: storeName(storeCode) }),
      seen: fingerprint(consequence),
    }
  }
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
      <SavedNotice saved={saved} />
      {sent && account.link && (
        <Notice
          tone="good"
          role="status"
          className="mb-6"
          title={t('sent', { email: account.email })}
        >
          {t('sentText', { until })}
        </Notice>
      )}
      <GrantsPanel grants={await waitingGrants(id)} viewer={viewer.id} action={answerGrant} />
      {isOwn && (
        <Notice tone="info" className="mb-6">
          {t('own')}
        </Notice>
      )}
      <div className="grid gap-6">
        <Panel title={t('roles')}>
          {account.roles.length === 0 && <p className="mb-4 text-quiet">{t('noRole')}</p>}
          <ul className="mb-6">
            {account.roles.map(({ id: membership, role, storeCode }) => {
              const consequence = taking.get(membership)
              return (
                <li
                  key={membership}
                  className={
                    'flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-b ' +
                    'border-line last:border-0'
                  }
                >
                  <span>{roleText(words(role), storeName(storeCode))}</span>
                  {!isOwn && consequence && (
                    <ConfirmButton
                      action={takeRole}
                      look="plain"
                      values={{ $id: id, $membership: membership }}
                      confirmation={askToTake(consequence)}
                    >
                      {t('take')}
                    </ConfirmButton>
                  )}
                </li>
              )
            })}
          </ul>
          {!isOwn && (
            <NewRoleForm key={account.roles.length} action={giveRole} id={id} stores={stores} />
          )}
        </Panel>
        {!isOwn && (
          <>
            <Panel title={t('password')}>
              <p className="mb-4 text-quiet">{linkText}</p>
              {!account.disabled && (
                <div className="flex flex-wrap items-start gap-3">
                  <LinkForm action={sendPasswordLink} id={id}>
                    {t(account.state === 'active' ? 'link.send' : 'link.invite')}
                  </LinkForm>
                  {account.link && (
                    <ConfirmButton
                      action={withdrawPasswordLink}
                      look="plain"
                      values={{ $id: id }}
                      confirmation={{
                        title: t('withdrawAsk.title', { name }),
                        text: <p>{t('withdrawAsk.text')}</p>,
                        confirm: t('withdrawAsk.confirm', { name }),
                      }}
                    >
                      {t('link.withdraw')}
                    </ConfirmButton>
                  )}
                </div>
              )}
            </Panel>
            <Panel title={t('factors')}>
              <p className="mb-4 text-quiet">
                {totp || passkeys.length > 0 ? t('factorsText') : t('factorsNone')}
              </p>
              {(totp || passkeys.length > 0) && (
                <ConfirmButton
                  action={removeFactors}
                  values={{ $id: id }}
                  confirmation={{
                    title: t('factorsAsk.title', { name }),
                    text: <p>{t('factorsAsk.text')}</p>,
                    confirm: t('factorsAsk.confirm', { name }),
                  }}
                >
                  {t('factorsReset')}
                </ConfirmButton>
              )}
            </Panel>
            <Panel title={t('access')}>
              <p className="mb-4 text-quiet">
                {account.disabled ? t('enableText') : t('signedIn', { count: devices })}
              </p>
              {account.disabled ? (
                <OneButtonForm
                  action={disableAccount}
                  look="secondary"
                  values={{ $id: id, 'disabled:boolean': 'false' }}
                >
                  {t('enable')}
                </OneButtonForm>
              ) : (
                <div className="flex flex-wrap gap-3">
                  {devices > 0 && (
                    <ConfirmButton
                      action={signOut}
                      look="secondary"
                      values={{ $id: id }}
                      confirmation={{
                        title: t('signOutAsk.title', { name }),
                        text: <p>{t('signOutAsk.text')}</p>,
                        confirm: t('signOutAsk.confirm', { name, count: devices }),
                        seen: fingerprint(signedIn),
                      }}
                    >
                      {t('signOut')}
                    </ConfirmButton>
                  )}
                  <ConfirmButton
                    action={disableAccount}
                    values={{ $id: id, 'disabled:boolean': 'true' }}
                    confirmation={{
                      title: t('disableAsk.title', { name }),
                      text: <p>{t('disableAsk.text')}</p>,
                      confirm: t('disableAsk.confirm', { name, count: devices }),
                      seen: fingerprint(signedIn),
                    }}
                  >
                    {t('disable')}
                  </ConfirmButton>
                </div>
              )}
            </Panel>
          </>
        )}
      </div>
    </div>
  )
}

/** What is said of an account's link. */
function linkWords({ state, link }: AccountRow) {
  if (state === 'disabled') return 'disabled'
  if (state === 'active') return link ? (link.mailed ? 'open' : 'openHanded') : 'none'
  return link ? (link.mailed ? 'invited' : 'handed') : 'over'
}
