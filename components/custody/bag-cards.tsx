import { getTranslations } from 'next-intl/server'
import { StateBadge } from '@/components/requests/state-badge'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Records } from '@/components/ui/records'
import type { BagDetail } from '@/lib/cancellation/queries/bags'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { Link } from '@/components/shell/link'

/** A bag's cards, for counting; requests of another store are not linked. */
export async function BagCards({ cards }: { cards: BagDetail['cards'] }) {
  const t = await getTranslations('custody.bag')
  if (cards.length === 0) return <EmptyState title={t('empty')} text={t('emptyText')} />
  return (
    <Records
      label={t('list')}
      from="narrow"
      rows={cards}
      keyOf={({ reference }) => reference}
      columns={[
        {
          name: 'reference',
          title: t('column.reference'),
          whole: true,
          cell: ({ reference, here }) =>
            here ? (
              <Link href={`/requests/${reference}`} className="text-accent underline">
                {groupReference(reference)}
              </Link>
            ) : (
              groupReference(reference)
            ),
        },
        {
          name: 'state',
          title: t('column.state'),
          card: 'right',
          cell: ({ state, owed, here }) => (
            <span className="flex flex-wrap gap-2 max-sm:justify-end">
              <StateBadge state={state} />
              {owed && <Badge tone="warn">{t('owed')}</Badge>}
              {!here && <Badge tone="warn">{t('elsewhere')}</Badge>}
            </span>
          ),
        },
        {
          name: 'iccid',
          title: t('column.iccid'),
          whole: true,
          cell: ({ iccidMasked }) => iccidMasked ?? '—',
        },
      ]}
    />
  )
}
