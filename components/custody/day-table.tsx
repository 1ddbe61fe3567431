import { getTranslations } from 'next-intl/server'
import { StateBadge } from '@/components/requests/state-badge'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Panel } from '@/components/ui/panel'
import { Records } from '@/components/ui/records'
import { noteOfKind } from '@/lib/cancellation/rules/request-record'
import type { DayRow } from '@/lib/cancellation/queries/day'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { Link } from '@/components/shell/link'
import { CardPlace } from './card-place'

/** Every request and card of the day, with the place of card and receipt. */
export async function DayTable({
  rows,
  stores,
  mayOpen,
}: {
  rows: readonly DayRow[]
  stores: readonly string[]
  /** The reader may record requests. */
  mayOpen: boolean
}) {
  const t = await getTranslations('custody.day')
  const nav = await getTranslations('shell.nav')
  if (rows.length === 0)
    return (
      <Panel title={t('rows')}>
        <EmptyState title={t('noRows')} text={t('noRowsText')}>
          {mayOpen && (
            <Link href="/requests/new" className={buttonClass('secondary')}>
              {nav('new')}
            </Link>
          )}
        </EmptyState>
      </Panel>
    )
  return (
    <Panel title={t('rows')} aside={<span className="text-quiet">{rows.length}</span>}>
      <Records
        label={t('rows')}
        from="narrow"
        rows={rows}
        keyOf={({ record }) => record.id}
        columns={[
          {
            name: 'reference',
            title: t('column.reference'),
            whole: true,
            cell: ({ record }) =>
              stores.includes(record.store) ? (
                <Link href={`/requests/${record.reference}`} className="text-accent underline">
                  {groupReference(record.reference)}
                </Link>
              ) : (
                groupReference(record.reference)
              ),
          },
          {
            name: 'state',
            title: t('column.state'),
            card: 'right',
            cell: ({ record }) => <StateBadge state={record.state} />,
          },
          {
            name: 'number',
            title: t('column.number'),
            whole: true,
            cell: ({ numberMasked }) => numberMasked,
          },
          {
            name: 'card',
            title: t('column.card'),
            cell: ({ record: { card } }) =>
              card ? (
                <CardPlace card={card} stores={stores} />
              ) : (
                <span className="text-quiet">{t('noCard')}</span>
              ),
          },
          {
            name: 'receipt',
            title: t('column.receipt'),
            cell: ({ record }) =>
              record.state === 'completed' &&
              t(noteOfKind(record, 'receipt') ? 'receiptDone' : 'receiptNone'),
          },
        ]}
      />
    </Panel>
  )
}
