import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { OneButtonForm } from '@/components/forms/one-button-form'
import { KeyForm } from '@/components/settings/key-form'
import { SavedNotice } from '@/components/settings/saved-notice'
import { Badge } from '@/components/ui/badge'
import { PageHeading, Panel } from '@/components/ui/panel'
import { apiKeys } from '@/lib/api/keys/queries'
import { requireViewer } from '@/lib/auth/viewer'
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
  const moment = (at: Date | null) => (at ? staffDates.moment(at) : t('never'))
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
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Panel>
          {keys.length === 0 && <p className="text-quiet">{t('none')}</p>}
          <ul>
            {keys.map((key) => {
              const over =
                key.revokedAt !== null || (key.expiresAt !== null && key.expiresAt <= now)
              return (
                <li key={key.id} className="border-b border-line py-3 last:border-0">
                  <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                    <span className="font-semibold">{key.name}</span>
                    <code>{key.beginning}…</code>
                    {key.waiting && !over && <Badge tone="warn">{t('waiting')}</Badge>}
                    {over && (
                      <Badge tone="bad">{key.revokedAt ? t('revoked') : t('expired')}</Badge>
                    )}
                  </p>
                  <p className="text-sm text-quiet">
                    {key.roles.join(words('semicolon'))}
                    {key.fullNumber && ` · ${t('fullNumber')}`}
                    {key.fullNumber &&
                      key.reason &&
                      words('inBrackets', { text: reasons(key.reason as 'identity') })}{' '}
                    · {t('perMinuteIs', { count: key.perMinute })}
                  </p>
                  <p className="text-sm text-quiet">
                    {t('times', {
                      created: moment(key.createdAt),
                      used: moment(key.lastUsedAt),
                      expires: key.expiresAt ? moment(key.expiresAt) : t('noEnd'),
                    })}
                  </p>
                  {!over && (
                    <OneButtonForm look="danger" action={endKey} values={{ $id: key.id }}>
                      {t('revoke')}
                    </OneButtonForm>
                  )}
                </li>
              )
            })}
          </ul>
        </Panel>
        <Panel title={t('add')}>
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
