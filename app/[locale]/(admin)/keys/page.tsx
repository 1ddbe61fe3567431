import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { ConfirmButton } from '@/components/forms/confirm-button'
import { KeyForm } from '@/components/settings/key-form'
import { SavedNotice } from '@/components/settings/saved-notice'
import { Badge } from '@/components/ui/badge'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading, Panel } from '@/components/ui/panel'
import { Records } from '@/components/ui/records'
import { consequenceOfRevoking } from '@/lib/api/keys/consequence'
import { apiKeys } from '@/lib/api/keys/queries'
import { requireViewer } from '@/lib/auth/viewer'
import { fingerprint } from '@/lib/db/audit'
import { nameIn } from '@/lib/i18n/bilingual'
import { Link } from '@/components/shell/link'
import { staffDates } from '@/lib/i18n/dates'
import { allStores } from '@/lib/stores/queries/stores'
import { endKey, makeKey } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.key')
  return { title: t('title') }
}

/** The keys of the HTTP API with their last use, and the form for a new one. */
export default async function KeysPage({
  searchParams,
}: {
  searchParams: Promise<{ saved?: string }>
}) {
  await requireViewer('settings.edit')
  const t = await getTranslations('settings.key')
  const words = await getTranslations('words')
  const reasons = await getTranslations('documents.view.reasons')
  const locale = await getLocale()
  const [keys, stores] = await Promise.all([apiKeys(), allStores()])
  const now = new Date()
  const overOf = ({ revokedAt, expiresAt }: (typeof keys)[number]) => {
    if (revokedAt) return 'revoked'
    return expiresAt && expiresAt <= now ? 'expired' : null
  }
  const moment = (at: Date | null) => (at ? staffDates.moment(at) : t('never'))
  const askToRevoke = (key: (typeof keys)[number]) => {
    const { name, lastUsedAt, lastUsedAddress: address, webhooks } = key
    const time = moment(lastUsedAt)
    const used = address
      ? t('revokeAsk.used', { time, address })
      : t('revokeAsk.usedSomewhere', { time })
    return {
      title: t('revokeAsk.title', { name }),
      text: (
        <>
          <p>{lastUsedAt ? used : t('revokeAsk.unused')}</p>
          {webhooks > 0 && <p>{t('revokeAsk.webhooks', { count: webhooks })}</p>}
        </>
      ),
      confirm: t('revokeAsk.confirm', { name }),
      seen: fingerprint(consequenceOfRevoking(key)),
    }
  }
  return (
    <>
      <PageHeading
        title={t('title')}
        lead={
          <>
            {t('lead')}{' '}
            <Link href="/developers" className="text-accent underline">
              {t('docs')}
            </Link>
          </>
        }
      />
      <SavedNotice saved={(await searchParams).saved} />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Panel>
          {keys.length === 0 ? (
            <EmptyState title={t('none')} text={t('noneText')}>
              <a href="#add" className={buttonClass('secondary', 'lg:hidden')}>
                {t('add')}
              </a>
            </EmptyState>
          ) : (
            <Records
              label={t('title')}
              rows={keys}
              keyOf={({ id }) => id}
              columns={[
                {
                  name: 'name',
                  title: t('name'),
                  cell: ({ name, beginning }) => (
                    <>
                      {name}
                      <code className="block text-sm font-normal text-quiet">{beginning}…</code>
                    </>
                  ),
                },
                {
                  name: 'state',
                  title: t('state'),
                  card: 'right',
                  cell: (key) => {
                    const over = overOf(key)
                    if (over) return <Badge tone="bad">{t(over)}</Badge>
                    return key.waiting ? (
                      <Badge tone="warn">{t('waiting')}</Badge>
                    ) : (
                      <Badge tone="good">{t('usable')}</Badge>
                    )
                  },
                },
                {
                  name: 'rights',
                  title: t('rights'),
                  cell: ({ roles, fullNumber, reason, perMinute }) => (
                    <>
                      {roles.join(words('semicolon'))}
                      <span className="block text-sm text-quiet">
                        {fullNumber && t('fullNumber')}
                        {fullNumber &&
                          reason &&
                          words('inBrackets', { text: reasons(reason as 'identity') })}
                        {fullNumber && ' · '}
                        {t('perMinuteIs', { count: perMinute })}
                      </span>
                    </>
                  ),
                },
                {
                  name: 'created',
                  title: t('created'),
                  cell: ({ createdAt }) => moment(createdAt),
                },
                {
                  name: 'used',
                  title: t('used'),
                  cell: ({ lastUsedAt, lastUsedAddress }) => (
                    <>
                      {moment(lastUsedAt)}
                      {lastUsedAddress && (
                        <span className="block text-sm text-quiet">
                          {t('usedFrom', { address: lastUsedAddress })}
                        </span>
                      )}
                    </>
                  ),
                },
                {
                  name: 'expires',
                  title: t('expires'),
                  cell: ({ expiresAt }) => (expiresAt ? moment(expiresAt) : t('noEnd')),
                },
                {
                  name: 'revoke',
                  title: t('revoke'),
                  card: 'left',
                  act: true,
                  cell: (key) =>
                    !overOf(key) && (
                      <ConfirmButton
                        action={endKey}
                        values={{ $id: key.id }}
                        confirmation={askToRevoke(key)}
                      >
                        {t('revoke')}
                      </ConfirmButton>
                    ),
                },
              ]}
            />
          )}
        </Panel>
        <Panel id="add" title={t('add')}>
          <KeyForm
            action={makeKey}
            stores={stores
              .filter(({ closed }) => !closed)
              .map((store) => ({ code: store.code, name: nameIn(locale, store) }))}
          />
        </Panel>
      </div>
    </>
  )
}
