import { getTranslations } from 'next-intl/server'
import { StateBadge } from '@/components/requests/state-badge'
import { Panel } from '@/components/ui/panel'
import { Sideways } from '@/components/ui/sideways'
import { noteOfKind } from '@/lib/cancellation/rules/request-record'
import type { DayRow } from '@/lib/cancellation/queries/day'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { Link } from '@/components/shell/link'
import { CardPlace } from './card-place'

/** Every request and card of the day, with the place of card and receipt. */
export async function DayTable({
  rows,
  stores,
}: {
  rows: readonly DayRow[]
  stores: readonly string[]
}) {
  const t = await getTranslations('custody.day')
  if (rows.length === 0)
    return (
      <Panel title={t('rows')}>
        <p className="text-quiet">{t('noRows')}</p>
      </Panel>
    )
  return (
    <Panel title={t('rows')} aside={<span className="text-quiet">{rows.length}</span>}>
      <Sideways label={t('rows')}>
        <table className="w-full border-collapse text-left">
          <thead className="text-sm text-quiet">
            <tr>
              {(['reference', 'number', 'state', 'card', 'receipt'] as const).map((column) => (
                <th key={column} scope="col" className="whitespace-nowrap py-1 pr-3 font-semibold">
                  {t(`column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ record, numberMasked }) => (
              <tr key={record.id} className="border-t border-line">
                <th scope="row" className="whitespace-nowrap py-2 pr-3 font-normal">
                  {stores.includes(record.store) ? (
                    <Link href={`/requests/${record.reference}`} className="text-accent underline">
                      {groupReference(record.reference)}
                    </Link>
                  ) : (
                    groupReference(record.reference)
                  )}
                </th>
                <td className="whitespace-nowrap py-2 pr-3">{numberMasked}</td>
                <td className="py-2 pr-3">
                  <StateBadge state={record.state} />
                </td>
                <td className="whitespace-nowrap py-2 pr-3 text-sm">
                  {record.card ? (
                    <CardPlace card={record.card} stores={stores} />
                  ) : (
                    <span className="text-quiet">{t('noCard')}</span>
                  )}
                </td>
                <td className="whitespace-nowrap py-2 text-sm">
                  {record.state === 'completed' &&
                    (noteOfKind(record, 'receipt') ? t('receiptDone') : t('receiptNone'))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </Panel>
  )
}
