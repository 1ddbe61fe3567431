import { getFormatter, getTranslations } from 'next-intl/server'
import { Records } from '@/components/ui/records'
import type { Figures } from '@/lib/reports/figures'
import { cellOf, reportColumns, shareColumns } from '@/lib/reports/columns'

/** Every group with all figures, and the totals below. */
export async function ReportTable({
  rows,
  total,
  nameOf,
}: {
  rows: readonly Figures[]
  total: Figures
  nameOf: (group: string) => string
}) {
  const t = await getTranslations('reports')
  const format = await getFormatter()
  return (
    <Records
      label={t('table')}
      from="wide"
      dense
      rows={rows}
      total={total}
      keyOf={({ group }) => group}
      columns={[
        {
          name: 'group',
          title: t('group'),
          whole: true,
          cell: (figures) => (figures === total ? t('total') : nameOf(figures.group)),
        },
        ...reportColumns.map((column) => ({
          name: column,
          title: t(`figure.${column}`),
          card: 'half' as const,
          figure: true as const,
          blank: (figures: Figures) => !cellOf(figures, column),
          cell: (figures: Figures) => {
            const value = cellOf(figures, column)
            if (value === null) return '—'
            return shareColumns.includes(column)
              ? format.number(value, { style: 'percent', maximumFractionDigits: 0 })
              : format.number(value)
          },
        })),
      ]}
    />
  )
}
