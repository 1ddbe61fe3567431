import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DayForm } from '@/components/calendar/day-form'
import { DayList } from '@/components/calendar/day-list'
import { ImportForm } from '@/components/calendar/import-form'
import { PublishYearForm } from '@/components/calendar/publish-year-form'
import { YearBadge } from '@/components/calendar/year-badge'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading, Panel } from '@/components/ui/panel'
import { requireViewer } from '@/lib/auth/viewer'
import { calendarYears, exceptionDays } from '@/lib/calendar/queries'
import { Link } from '@/components/shell/link'
import { importYear, publishYear, removeDay, saveDay } from '../actions'

type Props = { params: Promise<{ year: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('calendar')
  return { title: t('yearTitle', { year: (await params).year.slice(0, 4) }) }
}

/** A year of the working calendar: exceptions, import, and whether it is published. */
export default async function CalendarYearPage({ params }: Props) {
  await requireViewer('calendar.edit')
  const yearParam = (await params).year
  if (!/^20\d\d$/.test(yearParam)) notFound()
  const year = Number(yearParam)
  const t = await getTranslations('calendar')
  const [years, days] = await Promise.all([calendarYears(), exceptionDays(year)])
  const row = years.find((one) => one.year === year)
  const values = { $year: yearParam, $seen: row?.changedAt ?? '' }
  return (
    <>
      <PageHeading
        title={
          <span className="flex flex-wrap items-center gap-3">
            {t('yearTitle', { year: yearParam })} <YearBadge published={row?.published ?? false} />
          </span>
        }
        lead={t('yearLead')}
      >
        <Link href="/calendar" className={buttonClass('secondary')}>
          {t('back')}
        </Link>
      </PageHeading>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <Panel>
            {days.length ? (
              <DayList days={days} values={values} action={removeDay} />
            ) : (
              <EmptyState title={t('none')} text={t('noneText')}>
                <a href="#import" className={buttonClass('secondary')}>
                  {t('import.title')}
                </a>
                <a href="#day" className={buttonClass('secondary')}>
                  {t('day.title')}
                </a>
              </EmptyState>
            )}
          </Panel>
        </div>
        <div className="grid gap-6">
          {row && (
            <Panel>
              <p className="mb-3 max-w-[44rem]">
                {row.published ? t('unpublishText') : t('publishText')}
              </p>
              <PublishYearForm action={publishYear} values={values} published={row.published} />
            </Panel>
          )}
          <Panel id="day" title={t('day.title')}>
            <DayForm key={values.$seen} values={values} year={year} action={saveDay} />
          </Panel>
          <Panel id="import" title={t('import.title')}>
            <ImportForm key={values.$seen} values={values} year={yearParam} action={importYear} />
          </Panel>
        </div>
      </div>
    </>
  )
}
