import { getTranslations } from 'next-intl/server'
import type { Override } from '@/lib/cancellation/queries/overrides'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { Link } from '@/components/shell/link'
import { staffDates } from '@/lib/i18n/dates'

/**
 * Approvals by somebody who had worked on the request, with their reasons. `linked`: this reader
 * may open requests.
 */
export async function OverrideList({
  overrides,
  linked,
}: {
  overrides: readonly Override[]
  linked: boolean
}) {
  const t = await getTranslations('reports')
  if (overrides.length === 0) return <p className="text-quiet">{t('noOverrides')}</p>
  return (
    <ul className="grid gap-3">
      {overrides.map(({ reference, store, at, by, reason }) => (
        <li key={`${reference}-${at}`} className="border-l-2 border-line pl-3">
          <p className="flex flex-wrap gap-x-3">
            {linked ? (
              <Link href={`/requests/${reference}`} className="font-semibold text-accent underline">
                {groupReference(reference)}
              </Link>
            ) : (
              <span className="font-semibold">{groupReference(reference)}</span>
            )}
            <span>{by}</span>
            <span className="text-sm text-quiet">
              {store} · {staffDates.moment(at)}
            </span>
          </p>
          <p>{reason ? `“${reason}”` : t('erased')}</p>
        </li>
      ))}
    </ul>
  )
}
