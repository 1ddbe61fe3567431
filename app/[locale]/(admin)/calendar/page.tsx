import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { YearBadge } from '@/components/calendar/year-badge'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeading, Panel } from '@/components/ui/panel'
import { Records } from '@/components/ui/records'
import { requireViewer } from '@/lib/auth/viewer'
import { calendarYears } from '@/lib/calendar/queries'
import { Link } from '@/components/shell/link'
import { redirect } from '@/lib/i18n/redirect'
import { getLocale } from 'next-intl/server'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calendar')
  return { title: t('title') }
}

/** The years of the working calendar (D2). */
export default async function CalendarPage({
  searchParams,
}: {
  searchParams: Promise<{ year?: string }>
}) {
  await requireViewer('calendar.edit')
  const yearParam = (await searchParams).year
  if (yearParam && /^20\d\d$/.test(yearParam))
    redirect({ href: `/calendar/${yearParam}`, locale: await getLocale() })
  const t = await getTranslations('calendar')
  const years = await calendarYears()
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeading title={t('title')} lead={t('lead')} />
      <Panel title={t('years')} className="mb-6">
        {years.length === 0 ? (
          <EmptyState title={t('noYears')} text={t('noYearsText')} />
        ) : (
          <Records
            label={t('years')}
            rows={years}
            keyOf={({ year }) => String(year)}
            columns={[
              {
                name: 'year',
                title: t('year'),
                cell: ({ year }) => (
                  <Link href={`/calendar/${year}`} className="text-accent underline">
                    {year}
                  </Link>
                ),
              },
              {
                name: 'state',
                title: t('state'),
                card: 'right',
                cell: ({ published }) => <YearBadge published={published} />,
              },
              { name: 'off', title: t('day.off'), cell: ({ off }) => t('off', { count: off }) },
              {
                name: 'work',
                title: t('day.work'),
                cell: ({ work }) => t('work', { count: work }),
              },
              {
                name: 'pending',
                title: t('promises'),
                cell: ({ pending }) => t(pending ? 'pending' : 'settled'),
              },
            ]}
          />
        )}
      </Panel>
      <Panel title={t('addYear')}>
        <form className="flex flex-wrap items-end gap-3">
          <TextField
            name="year"
            label={t('year')}
            inputMode="numeric"
            pattern="20[0-9][0-9]"
            required
            defaultValue={String((years[0]?.year ?? 2026) + 1)}
          />
          <Button look="secondary">{t('add')}</Button>
        </form>
      </Panel>
    </div>
  )
}
