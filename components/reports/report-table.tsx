import { getFormatter, getTranslations } from 'next-intl/server'
import { Sideways } from '@/components/ui/sideways'
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
  const line = (figures: Figures, name: string) => (
    <tr
      key={figures.group || 'total'}
      className="border-t border-line max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-5 max-sm:py-2"
    >
      <th
        scope="row"
        className={
          'whitespace-nowrap py-1.5 pr-3 text-left font-normal max-sm:col-span-2 ' +
          'max-sm:font-semibold'
        }
      >
        {name}
      </th>
      {reportColumns.map((column) => {
        const value = cellOf(figures, column)
        return (
          <td
            key={column}
            data-label={t(`figure.${column}`)}
            className={
              'whitespace-nowrap py-1.5 pl-3 text-right tabular-nums max-sm:flex ' +
              'max-sm:justify-between max-sm:gap-3 max-sm:py-0.5 max-sm:pl-0 ' +
              'max-sm:before:whitespace-normal max-sm:before:text-left ' +
              'max-sm:before:text-quiet max-sm:before:content-[attr(data-label)]'
            }
          >
            {value === null
              ? '—'
              : shareColumns.includes(column)
                ? format.number(value, { style: 'percent', maximumFractionDigits: 0 })
                : format.number(value)}
          </td>
        )
      })}
    </tr>
  )
  return (
    <Sideways label={t('table')}>
      <table className="w-full border-collapse text-sm">
        <thead className="text-quiet max-sm:sr-only">
          <tr>
            <th scope="col" className="py-1.5 pr-3 text-left font-semibold">
              {t('group')}
            </th>
            {reportColumns.map((column) => (
              <th
                key={column}
                scope="col"
                className="whitespace-nowrap py-1.5 pl-3 text-right align-bottom font-semibold"
              >
                {t(`figure.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{rows.map((row) => line(row, nameOf(row.group)))}</tbody>
        <tfoot className="border-t-2 border-edge font-semibold">{line(total, t('total'))}</tfoot>
      </table>
    </Sideways>
  )
}
