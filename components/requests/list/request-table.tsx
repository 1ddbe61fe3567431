import clsx from 'clsx'
import { getTranslations } from 'next-intl/server'
import { Link } from '@/components/shell/link'
import { Badge } from '@/components/ui/badge'
import type { ShownRequest } from '@/lib/cancellation/queries/list'
import { pendingCall } from '@/lib/cancellation/rules/calls'
import { promiseDue } from '@/lib/cancellation/rules/promise-due'
import { type Day, daysBetween } from '@/lib/domain/days'
import { groupReference } from '@/lib/domain/identifiers/reference'
import { StateBadge } from '../state-badge'
import { staffDates } from '@/lib/i18n/dates'

type Props = { items: readonly ShownRequest[]; today: Day; viewer: string }

const columns = ['number', 'holder', 'state', 'left', 'assignee', 'reference'] as const

/** The list of requests: a table on large screens, cards on a phone. */
export async function RequestTable({ items, today, viewer }: Props) {
  const say = await loadTexts()
  return (
    <div className="rounded-lg border border-line bg-surface">
      <table className="w-full border-collapse text-left max-lg:block">
        <thead className="hidden bg-sunken text-sm text-quiet lg:table-header-group">
          <tr className="border-b border-line">
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
              <th
                key={column}
                scope="col"
                className="whitespace-nowrap px-2 py-1.5 font-semibold xl:px-3"
              >
                {say.t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-lg:block">
          {items.map((item) => (
            <Row key={item.record.id} item={item} today={today} viewer={viewer} say={say} />
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
  }
}

type RowProps = {
  item: ShownRequest
  today: Day
  viewer: string
  /** Looked up once for all rows. */
  say: Awaited<ReturnType<typeof loadTexts>>
}

const cell = 'lg:table-cell lg:px-2 lg:py-2 xl:px-3'
// On a phone these stand below the number, in line with it.
const below = 'text-sm max-lg:text-quiet'

function Row({ item, today, viewer, say: { t, bulk, words } }: RowProps) {
  const { record, numberMasked, holderMasked, waiting, assignee } = item
  const due = promiseDue(record)
  const call = pendingCall(record)
  return (
    <tr
      data-row
      className={clsx(
        'relative grid grid-cols-[auto_auto_minmax(0,1fr)] items-center gap-x-3 border-b border-line px-4',
        'py-2.5 last:border-0 hover:bg-accent-soft lg:table-row',
        'has-[a:focus]:bg-accent-soft has-[a:focus]:outline-2 has-[a:focus]:-outline-offset-2',
        'has-[a:focus]:outline-accent',
        waiting && 'shadow-[inset_4px_0_0_var(--color-accent)]',
      )}
    >
      <td className="relative z-10 row-span-3 self-start lg:table-cell lg:px-3">
        <label className="-m-2 flex size-11 items-center justify-center">
          <input
            type="checkbox"
            name="chosen"
            value={`${record.reference}.${record.version}`}
            aria-label={bulk('choose', {
              reference: groupReference(record.reference),
            })}
            className="size-5 accent-(--color-accent)"
          />
        </label>
      </td>
      <th scope="row" className={`${cell} whitespace-nowrap`}>
        <Link
          href={`/requests/${record.reference}`}
          className={
            'font-semibold tabular-nums text-accent no-underline outline-none after:absolute ' +
            'after:inset-0'
          }
        >
          {numberMasked ?? t('erased')}
        </Link>
      </th>
      <td className={`${cell} whitespace-nowrap max-lg:order-1 max-lg:col-start-2`}>
        {holderMasked ?? t('erased')}
      </td>
      <td className={`${cell} max-lg:justify-self-end`}>
        <span className="inline-flex flex-wrap justify-end gap-1.5 whitespace-nowrap lg:justify-start xl:flex-nowrap">
          <StateBadge state={record.state} />
          {call && (
            <Badge tone={call.state === 'ended' ? 'bad' : 'info'}>
              {words(`call.${call.state}`)}
            </Badge>
          )}
          {waiting && <Badge tone="warn">{t('view.waiting')}</Badge>}
        </span>
      </td>
      <td
        className={clsx(
          cell,
          'whitespace-nowrap text-sm max-lg:order-2 max-lg:justify-self-end',
          due && due.date < today && 'font-semibold text-bad',
        )}
      >
        {due && (
          <>
            {leftText(t, daysBetween(today, due.date))}{' '}
            <span className="font-normal text-quiet">
              {staffDates.day(due.date)}
              {due.estimated && words('inBrackets', { text: t('estimated') })}
            </span>
          </>
        )}
      </td>
      <td className={`${cell} ${below} max-lg:order-3 max-lg:col-start-2`}>
        {assignee === null ? (
          <span className="text-quiet">{t('view.unassigned')}</span>
        ) : (
          <span className={assignee.id === viewer ? 'font-semibold' : undefined}>
            {assignee.name}
          </span>
        )}
      </td>
      <td
        className={
          `${cell} ${below} whitespace-nowrap tabular-nums max-lg:order-4 ` +
          'max-lg:justify-self-end'
        }
      >
        {groupReference(record.reference)}
      </td>
    </tr>
  )
}

/** The time until a promised day, in calendar days. */
function leftText(t: Awaited<ReturnType<typeof loadTexts>>['t'], days: number) {
  if (days === 0) return t('dueToday')
  return days < 0 ? t('overdueBy', { count: -days }) : t('daysLeft', { count: days })
}
