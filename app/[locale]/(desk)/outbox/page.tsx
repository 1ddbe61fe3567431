import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OneButtonForm } from '@/components/forms/one-button-form'
import { noticeTone } from '@/components/notices/tones'
import { Badge } from '@/components/ui/badge'
import { Button, buttonClass } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { PageHeading, Panel } from '@/components/ui/panel'
import { visibleStores } from '@/lib/domain/permissions'
import { requireViewer } from '@/lib/auth/viewer'
import { Link } from '@/components/shell/link'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { isUuid } from '@/lib/domain/identifiers/uuid'
import { staffDates } from '@/lib/i18n/dates'
import { outbox } from '@/lib/notices/outbox/queries'
import { noticeStates } from '@/lib/notices/outbox/states'
import { resend } from './actions'

type Props = { searchParams: Promise<{ state?: string; before?: string }> }

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
  const { items, next } = await outbox(
    visibleStores(viewer.memberships),
    state,
    query.before && isUuid(query.before) ? query.before : undefined,
    new Date(),
  )
  return (
    <div className="mx-auto max-w-4xl">
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
      <Panel>
        {items.length === 0 && <p className="text-quiet">{t('none')}</p>}
        <ul>
          {items.map((notice) => (
            <li key={notice.id} className="border-b border-line py-3 last:border-0">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <Link
                  href={`/requests/${notice.reference}`}
                  className="font-semibold text-accent underline"
                >
                  {groupReference(notice.reference)}
                </Link>
                <span>{t(`kind.${notice.kind}`)}</span>
                <Badge tone={noticeTone[notice.state]}>{t(`state.${notice.state}`)}</Badge>
                <span className="text-sm text-quiet">
                  {t(`channel.${notice.channel}`)} ·{' '}
                  {staffDates.moment(notice.sentAt ?? notice.queuedAt)}
                </span>
              </p>
              {notice.text && <p className="mt-1 whitespace-pre-line text-sm">{notice.text}</p>}
              {notice.fault && (
                <p className="text-sm text-quiet">
                  {notice.fault === 'number_cancelled' || notice.fault === 'contact_gone'
                    ? t(`fault.${notice.fault}`)
                    : notice.fault}
                </p>
              )}
              {notice.state === 'dead' && (
                <OneButtonForm look="plain" action={resend} values={{ $notice: notice.id }}>
                  {t('resend')}
                </OneButtonForm>
              )}
            </li>
          ))}
        </ul>
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
    </div>
  )
}
