import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { StateBadge } from '@/components/requests/state-badge'
import { Summary } from '@/components/requests/summary'
import { TimelineEntry } from '@/components/requests/timeline'
import { StepStates } from '@/components/requests/walk/step-states'
import { buttonClass } from '@/components/ui/button'
import { PageHeading, Panel } from '@/components/ui/panel'
import { storeCodes } from '@/lib/domain/permissions'
import { requireViewer } from '@/lib/auth/viewer'
import { historyOf } from '@/lib/cancellation/queries/history'
import { rebuiltRequest } from '@/lib/cancellation/queries/rebuilt'
import { walkOf } from '@/lib/cancellation/rules/walk'
import { namesBehind } from '@/lib/carriers/names'
import { carrierByCode, carriersAndRegions } from '@/lib/carriers/queries'
import { publishedRevision } from '@/lib/guide/queries/published'
import { Link } from '@/components/shell/link'
import { requestOr404 } from '../../request-or-404'
import { staffDates } from '@/lib/i18n/dates'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('walk.then')
  return { title: t('open') }
}

/** A request as of one of its events, by replay. */
export default async function RequestThenPage({
  params,
}: {
  params: Promise<{ reference: string; sequence: string }>
}) {
  const viewer = await requireViewer('request.read')
  const { reference, sequence } = await params
  const now = await requestOr404(viewer, reference)
  const moment = /^\d{1,6}$/.test(sequence) ? Number(sequence) : 0
  if (moment < 1 || moment > now.record.version) notFound()
  const then = await rebuiltRequest(now.record.id, moment)
  const { record } = then
  if (!record) notFound()
  const t = await getTranslations('walk')
  const [{ content, number }, history, { carriers, regions }, carrier] = await Promise.all([
    publishedRevision(record.revisionId),
    historyOf(record.id),
    carriersAndRegions(),
    carrierByCode(record.carrier),
  ])
  const situation = { ...now.situation, record, guide: content }
  const entry = history.find((candidate) => candidate.sequence === moment)
  const names = namesBehind(
    await getLocale(),
    [carriers, regions, carrier?.obligations ?? []],
    content.materials,
  )
  const to = (place: number) => `/requests/${record.reference}/at/${place}`
  return (
    <>
      <PageHeading
        title={
          <span className="flex flex-wrap items-center gap-3">
            {t('then.title', { time: staffDates.moment(record.updatedAt) })}{' '}
            <StateBadge state={record.state} />
          </span>
        }
        lead={t('then.lead', { n: moment })}
      >
        {moment > 1 && (
          <Link href={to(moment - 1)} className={buttonClass('secondary')}>
            {t('then.older')}
          </Link>
        )}
        {moment < now.record.version && (
          <Link href={to(moment + 1)} className={buttonClass('secondary')}>
            {t('then.newer')}
          </Link>
        )}
        <Link href={`/requests/${record.reference}`} className={buttonClass('primary')}>
          {t('then.back')}
        </Link>
      </PageHeading>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          {entry && (
            <Panel title={t('then.change')}>
              <ol>
                <TimelineEntry entry={entry} steps={content.steps} names={names} />
              </ol>
            </Panel>
          )}
          <Panel title={t('tasks')}>
            <StepStates walk={walkOf(situation)} />
          </Panel>
        </div>
        <Summary
          one={{ situation, ...then, record }}
          stores={storeCodes(viewer.memberships)}
          revision={number}
          carrier={carriers.find(({ code }) => code === record.carrier)}
          region={regions.find(({ code }) => code === record.region)}
        />
      </div>
    </>
  )
}
