import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { may } from '@/lib/domain/permissions'
import { currentViewer } from '@/lib/auth/viewer'
import { dayOf } from '@/lib/domain/days'
import { csvAnswer } from '@/lib/forms/csv'
import { routing } from '@/lib/i18n/routing'
import { cellOf, reportColumns } from '@/lib/reports/columns'
import { periodFaults, reportFilter } from '@/lib/reports/filter'
import { reportOf } from '@/lib/reports/queries'
import { storesReported } from '@/lib/stores/queries/stores'

/**
 * The report's table as CSV: the same filter, codes for groups, parts of one for shares. A period
 * that cannot be is refused in words (400).
 */
export async function GET(request: Request) {
  const viewer = await currentViewer()
  if (!viewer || !may(viewer.memberships, 'report.read')) return new Response(null, { status: 403 })
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const locale = hasLocale(routing.locales, asked.locale) ? asked.locale : routing.defaultLocale
  const t = await getTranslations({ locale, namespace: 'reports' })
  const today = dayOf(new Date())
  const faults = periodFaults(asked, today)
  if (faults) {
    const fault = await getTranslations({ locale, namespace: 'faults' })
    const words = await getTranslations({ locale, namespace: 'words' })
    const lines = (['from', 'to'] as const).flatMap((field) => {
      const code = faults[field]
      return code ? [`${t(field)}${words('colon')}${fault(code)}`] : []
    })
    return new Response(`${lines.join('\n')}\n`, { status: 400 })
  }
  const filter = reportFilter(asked, today)
  const { rows } = await reportOf(await storesReported(viewer.memberships), filter, today)
  const lines = rows.map((row) => [
    row.group,
    ...reportColumns.map((column) => cellOf(row, column)),
  ])
  return csvAnswer(`report-${filter.from}-${filter.to}.csv`, [
    [t('group'), ...reportColumns.map((column) => t(`figure.${column}`))],
    ...lines,
  ])
}
