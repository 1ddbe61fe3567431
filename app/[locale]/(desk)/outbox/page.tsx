import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OneButtonForm } from '@/components/forms/one-button-form'
import { noticeTone } from '@/components/notices/tones'
import { Badge } from '@/components/ui/badge'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { SelectField } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { PageHeading, Panel } from '@/components/ui/panel'
import { Records } from '@/components/ui/records'
import { visibleStores } from '@/lib/domain/permissions'
import { requireViewer } from '@/lib/auth/viewer'
import { Link } from '@/components/shell/link'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import { isNoticeFault } from '@/lib/notices/outbox/states'
import { staffDates } from '@/lib/i18n/dates'
import { resendableCount } from '@/lib/notices/outbox/commands'
import { outbox } from '@/lib/notices/outbox/queries'
import { noticeStates } from '@/lib/notices/outbox/states'
import { resend, resendAll } from './actions'

type Props = { searchParams: Promise<{ state?: string; before?: string; resent?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices')
  return { title: t('outbox') }
}

/** The notices of the viewer's stores: sent, waiting, given up, and kept for lack of a gateway. */
export default async function OutboxPage({ searchParams }: Props) {
  const viewer = await requireViewer('request.read')
  const query = await searchParams
  const state = noticeStates.find((name) => name === query.state)
  const t = await getTranslations('notices')
  const list = await getTranslations('list')
  const nav = await getTranslations('shell.nav')
  const { items, next } = await outbox(
    visibleStores(viewer.memberships),
    state,
    query.before && isUuid(query.before) ? query.before : undefined,
    new Date(),
  )
  const resent = Number(query.resent)
  const again =
    state === 'dead' || state === 'kept'
      ? await resendableCount(state, visibleStores(viewer.memberships), new Date())
      : 0
  return (
    <>
      <PageHeading title={t('outbox')} lead={t('outboxLead')} />
      <form className="mb-4 flex flex-wrap items-end gap-3">
        <SelectField name="state" label={t('stateLabel')} defaultValue={state ?? ''}>
          <option value="">{t('allStates')}</option>
          {noticeStates.map((name) => (
            <option key={name} value={name}>
              {t(`state.${name}`)}
            </option>
          ))}
        </SelectField>
        <Button look="secondary">{t('show')}</Button>
      </form>
      {Number.isSafeInteger(resent) && resent >= 0 && query.resent && (
        <Notice tone="good" role="status" className="mb-4" title={t('resent', { count: resent })} />
      )}
      {again > 0 && (
        <div className="mb-4 flex flex-wrap items-center gap-3">
          <OneButtonForm action={resendAll} values={{ $state: state ?? '' }}>
            {t('resendAll', { count: again })}
          </OneButtonForm>
          <p className="text-sm text-quiet">{t('resendAllHint')}</p>
        </div>
      )}
      <Panel>
        {items.length === 0 ? (
          <EmptyState
            title={t(state ? 'noneFound' : 'none')}
            text={t(state ? 'noneFoundText' : 'noneText')}
          >
            <Link href={state ? '/outbox' : '/requests'} className={buttonClass('secondary')}>
              {state ? list('clear') : nav('requests')}
            </Link>
          </EmptyState>
        ) : (
          <Records
            label={t('outbox')}
            from="wide"
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                name: 'reference',
                title: t('column.reference'),
                whole: true,
                cell: ({ reference }) => (
                  <Link href={`/requests/${reference}`} className="text-accent underline">
                    {groupReference(reference)}
                  </Link>
                ),
              },
              {
                name: 'kind',
                title: t('column.kind'),
                card: 'right',
                whole: true,
                cell: ({ kind }) => t(`kind.${kind}`),
              },
              {
                name: 'state',
                title: t('stateLabel'),
                card: 'left',
                cell: (notice) => (
                  <>
                    <Badge tone={noticeTone[notice.state]}>{t(`state.${notice.state}`)}</Badge>
                    {(notice.state === 'dead' || notice.state === 'kept') && (
                      <OneButtonForm action={resend} values={{ $notice: notice.id }}>
                        {t('resend')}
                      </OneButtonForm>
                    )}
                  </>
                ),
              },
              {
                name: 'channel',
                title: t('column.channel'),
                card: 'right',
                whole: true,
                cell: ({ channel }) => t(`channel.${channel}`),
              },
              {
                name: 'at',
                title: t('column.at'),
                whole: true,
                cell: ({ sentAt, queuedAt }) => staffDates.moment(sentAt ?? queuedAt),
              },
              {
                name: 'text',
                title: t('text'),
                card: 'block',
                cell: ({ text, fault }) =>
                  (text || fault) && (
                    <div className="min-w-56 text-sm">
                      {text && <p className="whitespace-pre-line">{text}</p>}
                      {fault && (
                        <p className="text-quiet">
                          {isNoticeFault(fault) ? t(`fault.${fault}`) : fault}
                        </p>
                      )}
                    </div>
                  ),
              },
            ]}
          />
        )}
      </Panel>
      {next && (
        <p className="mt-4">
          <Link
            href={`/outbox?before=${next}${state ? `&state=${state}` : ''}`}
            className={buttonClass('secondary')}
          >
            {t('earlier')}
          </Link>
        </p>
      )}
    </>
  )
}
