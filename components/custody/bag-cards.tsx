import { getTranslations } from 'next-intl/server'
import { StateBadge } from '@/components/requests/state-badge'
import { Badge } from '@/components/ui/badge'
import { Sideways } from '@/components/ui/sideways'
import type { BagDetail } from '@/lib/cancellation/queries/bags'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { Link } from '@/components/shell/link'

/** A bag's cards, for counting; requests of another store are not linked. */
export async function BagCards({ cards }: { cards: BagDetail['cards'] }) {
  const t = await getTranslations('custody.bag')
  if (cards.length === 0) return <p className="text-quiet">{t('empty')}</p>
  return (
    <Sideways label={t('list')}>
      <table className="w-full border-collapse text-left">
        <thead className="text-sm text-quiet">
          <tr>
            {(['reference', 'iccid', 'state'] as const).map((column) => (
              <th key={column} scope="col" className="py-1 pr-3 font-semibold">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cards.map(({ reference, state, iccidMasked, here, owed }) => (
            <tr key={reference} className="border-t border-line">
              <th scope="row" className="whitespace-nowrap py-2 pr-3 font-normal">
                {here ? (
                  <Link href={`/requests/${reference}`} className="text-accent underline">
                    {groupReference(reference)}
                  </Link>
                ) : (
                  groupReference(reference)
                )}
              </th>
              <td className="whitespace-nowrap py-2 pr-3">{iccidMasked ?? '—'}</td>
              <td className="py-2">
                <span className="flex flex-wrap gap-2">
                  <StateBadge state={state} />
                  {owed && <Badge tone="warn">{t('owed')}</Badge>}
                  {!here && <Badge tone="warn">{t('elsewhere')}</Badge>}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  )
}
