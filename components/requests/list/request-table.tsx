import { getFormatter, getTranslations } from 'next-intl/server'
import { Badge } from '@/components/ui/badge'
import { Panel } from '@/components/ui/panel'
import type { Day } from '@/lib/domain/days'
import { promiseDue } from '@/lib/cancellation/rules/promise-due'
import type { ListedRequest } from '@/lib/cancellation/queries/list'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { dayText } from '@/lib/i18n/day-text'
import { Link } from '@/components/shell/link'
import { StateBadge } from '../state-badge'

type Props = {
  items: readonly ListedRequest[]
  carrierNames: Record<string, string>
  today: Day
  filtered: boolean
}

/** The list of requests: a table on large screens, cards on a phone. */
export async function RequestTable({ items, carrierNames, today, filtered }: Props) {
  const t = await getTranslations('list')
  if (items.length === 0) {
    return (
      <Panel title={filtered ? t('nothingFound') : t('empty')}>
        <p>{filtered ? t('nothingFoundText') : t('emptyText')}</p>
      </Panel>
    )
  }
  const say = await loadTexts()
  const columns = [
    'reference',
    'number',
    'holder',
    'path',
    'carrier',
    'state',
    'opened',
    'due',
  ] as const
  return (
    <div className="overflow-x-auto rounded-lg border border-line bg-surface">
      <table className="w-full border-collapse text-left">
        <thead
          className={
            'hidden border-b border-line bg-sunken text-sm text-quiet ' + 'lg:table-header-group'
          }
        >
          <tr>
            <th scope="col" className="w-10 px-3">
              <label className="-m-2 flex size-11 items-center justify-center">
                <input
                  type="checkbox"
                  name="every"
                  aria-label={say.bulk('chooseAll')}
                  className="size-5 accent-(--color-accent)"
                />
              </label>
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="whitespace-nowrap px-3 py-2 font-semibold">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row
              key={item.record.id}
              item={item}
              carrier={carrierNames[item.record.carrier] ?? item.record.carrier}
              today={today}
              say={say}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

async function loadTexts() {
  return {
    t: await getTranslations('list'),
    bulk: await getTranslations('bulk'),
    words: await getTranslations('words'),
    format: await getFormatter(),
  }
}

type RowProps = {
  item: ListedRequest
  carrier: string
  today: Day
  /** Looked up once for all rows. */
  say: Awaited<ReturnType<typeof loadTexts>>
}

function Row({
  item: { record, numberMasked, holderMasked },
  carrier,
  today,
  say: { t, bulk, words, format },
}: RowProps) {
  const due = promiseDue(record)
  const cell = 'lg:table-cell lg:px-3 lg:py-2.5'
  return (
    <tr
      className={
        'relative flex flex-wrap items-center gap-x-3 gap-y-0.5 border-b border-line px-4 py-3 ' +
        'last:border-0 hover:bg-accent-soft lg:table-row'
      }
    >
      <td className="relative z-10 lg:table-cell lg:px-3">
        <label className="-m-2 flex size-11 items-center justify-center">
          <input
            type="checkbox"
            name="chosen"
            value={`${record.reference}.${record.version}`}
            aria-label={bulk('choose', { reference: groupReference(record.reference) })}
            className="size-5 accent-(--color-accent)"
          />
        </label>
      </td>
      <th scope="row" className={`${cell} flex-1 font-normal lg:w-auto`}>
        <Link
          href={`/requests/${record.reference}`}
          className="whitespace-nowrap font-semibold text-accent after:absolute after:inset-0"
        >
          {groupReference(record.reference)}
        </Link>
      </th>
      <td className={`${cell} whitespace-nowrap`}>{numberMasked ?? t('erased')}</td>
      <td className={cell}>{holderMasked ?? t('erased')}</td>
      <td className={`${cell} text-sm`}>
        {words(`cardType.${record.cardType}`)} · {words(`channel.${record.channel}`)}
      </td>
      <td className={`${cell} text-sm`}>{carrier}</td>
      <td className={cell}>
        <StateBadge state={record.state} />
      </td>
      <td className={`${cell} whitespace-nowrap text-sm text-quiet`}>
        {format.dateTime(new Date(record.openedAt), 'moment')}
      </td>
      <td className={`${cell} whitespace-nowrap text-sm`}>
        {due && (
          <>
            {dayText(format, due.date)}
            {due.estimated && words('inBrackets', { text: t('estimated') })}{' '}
            {due.date < today && <Badge tone="bad">{t('overdue')}</Badge>}
          </>
        )}
      </td>
    </tr>
  )
}
