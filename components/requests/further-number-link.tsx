import { getTranslations } from 'next-intl/server'
import { Link } from '@/components/shell/link'
import type { OneRequest } from '@/lib/cancellation/queries/one'
import { isSameVisit } from '@/lib/cancellation/rules/further-number'

/** The way to a further number of the same customer, for whoever may take over from this request. */
export async function FurtherNumberLink({
  one: { record, personal, identifiers, situation },
  className,
}: {
  one: OneRequest
  className: string
}) {
  const t = await getTranslations('walk.links')
  if (!personal || !identifiers || !isSameVisit(record, situation.actor, situation.today))
    return null
  return (
    <Link href={`/requests/new?from=${record.reference}`} className={className}>
      {t('further')}
    </Link>
  )
}
