import { getTranslations } from 'next-intl/server'
import { Panel } from '@/components/ui/panel'
import type { ListedRequest } from '@/lib/cancellation/queries/list'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { Link } from '@/components/shell/link'
import { StateBadge } from '../state-badge'

/** Customers waiting at the counter come first, whoever their request is assigned to. */
export async function WaitingCustomers({
  items,
  carrierNames,
}: {
  items: readonly ListedRequest[]
  carrierNames: Record<string, string>
}) {
  if (items.length === 0) return null
  const t = await getTranslations('list')
  return (
    <Panel title={t('waiting')} className="mb-6 border-l-4 border-l-accent">
      <ul className="grid gap-2">
        {items.map(({ record, numberMasked, holderMasked }) => (
          <li key={record.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <Link
              href={`/requests/${record.reference}`}
              className="whitespace-nowrap font-semibold text-accent underline"
            >
              {groupReference(record.reference)}
            </Link>
            <span>
              {numberMasked} {holderMasked}
            </span>
            <span className="text-sm text-quiet">{carrierNames[record.carrier]}</span>
            <StateBadge state={record.state} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
