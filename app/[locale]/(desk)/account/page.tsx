import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CodesPanel } from '@/components/accounts/own/codes-panel'
import { OwnForm } from '@/components/accounts/own/own-form'
import { PasskeyForm } from '@/components/accounts/own/passkey-form'
import { PasskeyList } from '@/components/accounts/own/passkey-list'
import { PasswordForm } from '@/components/accounts/own/password-form'
import { SessionList } from '@/components/accounts/own/session-list'
import { WaitingAccess } from '@/components/accounts/own/waiting-access'
import { OneButtonForm } from '@/components/forms/one-button-form'
import { SavedNotice } from '@/components/settings/saved-notice'
import { Details } from '@/components/ui/details'
import { Notice } from '@/components/ui/notice'
import { PageHeading, Panel } from '@/components/ui/panel'
import { ownGrants } from '@/lib/accounts/grants/queries'
import { factorsOf } from '@/lib/accounts/factors/queries'
import { sessionsOf } from '@/lib/accounts/sessions/queries'
import { requireViewer } from '@/lib/auth/viewer'
import { nameIn } from '@/lib/i18n/bilingual'
import { storesSeen } from '@/lib/stores/queries/stores'
import {
  changePassword,
  disableCodes,
  enableCodes,
  endOne,
  endOthers,
  keepPasskey,
  newRecoveryCodes,
  passkeyOptions,
  removePasskey,
  switchKeys,
} from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('title') }
}

type Props = { searchParams: Promise<{ saved?: string; set?: string }> }

/** The signed-in account with its roles in effect, and its security. */
export default async function AccountPage({ searchParams }: Props) {
  const viewer = await requireViewer('account.use')
  const t = await getTranslations('account')
  const words = await getTranslations('words.role')
  const locale = await getLocale()
  const { saved, set } = await searchParams
  const [stores, factors, sessions, grants] = await Promise.all([
    storesSeen(viewer.memberships),
    factorsOf(viewer.id),
    sessionsOf(viewer.id, new Date()),
    ownGrants(viewer),
  ])
  const roles = viewer.memberships.map(({ role, storeId }) => {
    const store = stores.find(({ id }) => id === storeId)
    return store ? t('atStore', { role: words(role), store: nameIn(locale, store) }) : words(role)
  })
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeading title={t('title')} lead={t('lead')} />
      <SavedNotice saved={saved} />
      <div className="grid gap-6">
        {viewer.suspendedReason && (
          <Notice
            tone="warn"
            role="status"
            title={t(
              ({ password: 'asleepPassword', word: 'asleepWord', factor: 'asleepFactor' } as const)[
                viewer.suspendedReason
              ],
            )}
          />
        )}
        <WaitingAccess grants={grants} />
        <Panel>
          <Details
            items={[
              { label: t('name'), value: viewer.name },
              { label: t('email'), value: viewer.email },
              roles.length > 0 && {
                label: t('roles'),
                value: (
                  <ul>
                    {roles.map((role) => (
                      <li key={role}>{role}</li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
          {viewer.memberships.some(({ role }) => role === 'admin') && (
            <p className="mt-4 text-sm text-quiet">{t('adminNote')}</p>
          )}
        </Panel>
        <Panel title={t('password')}>
          <p className="mb-4 text-quiet">{t('passwordLead')}</p>
          <PasswordForm action={changePassword} />
        </Panel>
        <CodesPanel
          on={factors.totp}
          begun={set === 'codes'}
          email={viewer.email}
          enable={enableCodes}
          disable={disableCodes}
        />
        <Panel title={t('passkeys')}>
          <p className="mb-4 text-quiet">{t('passkeysLead')}</p>
          <PasskeyList passkeys={factors.passkeys} remove={removePasskey} />
          <PasskeyForm ask={passkeyOptions} keep={keepPasskey} />
        </Panel>
        {(factors.totp || factors.passkeys.length > 0) && (
          <Panel title={t('recovery')}>
            <p className="mb-4">{t('recoveryText', { left: factors.recoveryLeft })}</p>
            <OwnForm
              action={newRecoveryCodes}
              scope="recovery"
              save={t('recoveryRenew')}
              look="secondary"
            />
          </Panel>
        )}
        <Panel title={t('keys')} id="keys">
          <p className="mb-4 text-quiet">{t(viewer.singleKeys ? 'keysOn' : 'keysOff')}</p>
          <OneButtonForm
            look="secondary"
            action={switchKeys}
            values={{ $on: String(!viewer.singleKeys) }}
          >
            {t(viewer.singleKeys ? 'keysDisable' : 'keysEnable')}
          </OneButtonForm>
        </Panel>
        <Panel title={t('sessions')}>
          <SessionList
            sessions={sessions}
            here={viewer.sessionId}
            end={endOne}
            endOthers={endOthers}
          />
        </Panel>
      </div>
    </div>
  )
}
