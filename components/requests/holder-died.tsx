import { getTranslations } from 'next-intl/server'
import { Link } from '@/components/shell/link'
import { Notice } from '@/components/ui/notice'
import { deathsKnown } from '@/lib/cancellation/queries/deaths'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import { groupReference } from '@/lib/domain/identifiers/reference'

type Props = {
  one: OneRequest
  /** The stores whose requests the viewer may see: only of those the other request is named. */
  stores: readonly string[]
}

/**
 * Says that another request tells of the holder's death, so that this one writes to nobody until an
 * heir takes it over (P29).
 */
export async function HolderDied({ one, stores }: Props) {
  const { record, situation } = one
  if (record.endedAt) return null
  const death = (await deathsKnown([one])).get(record.id)
  if (!death) return null
  const t = await getTranslations('walk.holderDied')
  const link = 'text-accent underline'
  const mayAmend = record.state === 'open' && situation.actor.capacities.includes('staff')
  return (
    <div className="no-print mb-4">
      <Notice tone="warn" title={t('title')}>
        <p>{t('text')}</p>
        {stores.includes(death.storeId) && (
          <p>
            {t('by')}{' '}
            <Link href={`/requests/${death.reference}`} className={link}>
              {groupReference(death.reference)}
            </Link>
          </p>
        )}
        {mayAmend && (
          <p>
            <Link href={`/requests/${record.reference}/amend`} className={link}>
              {t('amend')}
            </Link>
          </p>
        )}
      </Notice>
    </div>
  )
}
