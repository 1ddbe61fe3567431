import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { BarList } from '@/components/reports/bar-list'
import { ColumnChart } from '@/components/reports/column-chart'
import { KeyFigures } from '@/components/reports/key-figures'
import { OverrideList } from '@/components/reports/override-list'
import { QuestionFigures } from '@/components/reports/question-figures'
import { ReportFilters } from '@/components/reports/report-filters'
import { ReportTable } from '@/components/reports/report-table'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeading, Panel } from '@/components/ui/panel'
import { PrintButton } from '@/components/ui/print-button'
import { Link } from '@/components/shell/link'
import { may } from '@/lib/domain/permissions'
import { requireViewer } from '@/lib/auth/viewer'
import { dayOf } from '@/lib/domain/days'
import type { Alternative, Reason } from '@/lib/domain/coded-values'
import { carriersAndRegions } from '@/lib/carriers/queries'
import { stepNames } from '@/lib/guide/queries/published'
import { nameIn } from '@/lib/i18n/bilingual'
import { questionFigures } from '@/lib/questions/queries'
import { periodFaults, reportFilter } from '@/lib/reports/filter'
import { reportOf } from '@/lib/reports/queries'
import { storesReported } from '@/lib/stores/queries/stores'
import { groupNames } from './group-names'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reports')
  return { title: t('title') }
}

/**
 * The report: what is overdue and whether promises are kept, then volume, durations, promises,
 * first-time quality, overrides. Without a sensible period there is none.
 */
export default async function ReportsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const viewer = await requireViewer('report.read')
  const t = await getTranslations('reports')
  const words = await getTranslations('words.reason')
  const alternatives = await getTranslations('words.alternative')
  const list = await getTranslations('list')
  const locale = await getLocale()
  const today = dayOf(new Date())
  const asked = await searchParams
  const filter = reportFilter(asked, today)
  const faults = periodFaults(asked, today)
  const [stores, { carriers }, steps] = await Promise.all([
    storesReported(viewer.memberships),
    carriersAndRegions(),
    stepNames(locale),
  ])
  const options = <T extends { code: string; nameZh: string; nameEn: string }>(
    list: readonly T[],
  ) => list.map((item) => ({ code: item.code, name: nameIn(locale, item) }))
  const filters = (
    <ReportFilters
      filter={filter}
      refused={faults && { faults, from: String(asked.from ?? ''), to: String(asked.to ?? '') }}
      today={today}
      stores={options(stores)}
      carriers={options(carriers)}
    />
  )
  if (faults)
    return (
      <>
        <PageHeading title={t('title')} />
        {filters}
        <Notice tone="bad" role="alert" title={t('refused')} />
      </>
    )
  const report = await reportOf(stores, filter, today)
  const nameOf = await groupNames(filter.by, stores, carriers, locale)
  const query = new URLSearchParams(
    Object.entries({ ...filter, locale }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    ),
  )
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', { from: filter.from, to: filter.to })}>
        <a href={`/api/reports?${query}`} className={buttonClass('secondary')} download>
          {t('csv')}
        </a>
        <PrintButton look="secondary">{t('print')}</PrintButton>
      </PageHeading>
      {filters}
      <div className="grid gap-6">
        <KeyFigures total={report.total} linked={may(viewer.memberships, 'request.read')} />
        <QuestionFigures
          figures={
            await questionFigures(
              stores.map(({ id }) => id),
              filter.from,
              filter.to,
            )
          }
        />
        <Panel title={t(`grouping.${filter.by}`)}>
          {report.rows.length === 0 ? (
            <EmptyState title={t('empty')} text={t('emptyText')}>
              <Link href="/reports" className={buttonClass('secondary')}>
                {list('clear')}
              </Link>
            </EmptyState>
          ) : (
            <div className="grid gap-6 *:min-w-0">
              <ColumnChart
                title={t('chart')}
                series={[t('figure.opened'), t('figure.completed')]}
                columns={report.rows.map((row) => ({
                  label: filter.by === 'day' ? row.group.slice(5) : nameOf(row.group),
                  values: [row.opened, row.completed],
                }))}
              />
              <ReportTable rows={report.rows} total={report.total} nameOf={nameOf} />
            </div>
          )}
        </Panel>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Panel title={t('reasons')}>
            <BarList
              items={report.reasons.map(({ code, count }) => ({
                label: words(code as Reason),
                count,
              }))}
              empty={t('empty')}
            />
          </Panel>
          <Panel title={t('rejectedAt')}>
            <BarList
              items={report.rejectedAt.map(({ code, count }) => ({
                label: code ? (steps[code] ?? code) : t('noStep'),
                count,
              }))}
              empty={t('empty')}
            />
          </Panel>
          <Panel title={t('instead')}>
            <BarList
              items={report.instead.map(({ code, count }) => ({
                label: alternatives(code as Alternative),
                count,
              }))}
              empty={t('empty')}
            />
          </Panel>
          <Panel title={t('overrides')}>
            <OverrideList
              overrides={report.overrides}
              linked={may(viewer.memberships, 'request.read')}
            />
          </Panel>
        </div>
      </div>
    </>
  )
}
