import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { YearBadge } from '@/components/calendar/year-badge'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { PageHeading, Panel } from '@/components/ui/panel'
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
    <div className="mx-auto max-w-3xl">
      <PageHeading title={t('title')} lead={t('lead')} />
      <Panel title={t('years')} className="mb-6">
        <ul className="grid gap-3">
          {years.map((row) => (
            <li
              key={row.year}
              className={
                'flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line pb-3 ' +
                'last:border-0 last:pb-0'
              }
            >
              <Link
                href={`/calendar/${row.year}`}
                className="text-lg font-semibold text-accent underline"
              >
                {row.year}
              </Link>
              <YearBadge published={row.published} />
              <span>{t('off', { count: row.off })}</span>
              <span>{t('work', { count: row.work })}</span>
              {row.pending && <span className="text-sm text-quiet">{t('pending')}</span>}
            </li>
          ))}
        </ul>
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
