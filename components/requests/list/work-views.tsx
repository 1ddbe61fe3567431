import clsx from 'clsx'
import { getFormatter, getTranslations } from 'next-intl/server'
import { countedTo } from '@/lib/cancellation/queries/counts'
import type { WorkView } from '@/lib/cancellation/queries/listed-ids'
import { Link } from '@/components/shell/link'

/** The views of the work list with their counts; the current one is marked. */
export async function WorkViews({
  counts,
  shown,
  store,
}: {
  counts: readonly { name: WorkView['name']; count: number }[]
  shown?: WorkView['name']
  store?: string
}) {
  const t = await getTranslations('list')
  const format = await getFormatter()
  const formatCount = (count: number) =>
    count > countedTo ? `${format.number(countedTo)}+` : format.number(count)
  const query = (view: WorkView['name'] | undefined) =>
    new URLSearchParams({ ...(view && { view }), ...(store && { store }) })
  const item = (name: WorkView['name'] | undefined, text: string, count?: number) => (
    <Link
      key={name ?? 'all'}
      href={`/requests?${query(name)}`}
      aria-current={shown === name ? 'true' : undefined}
      className={clsx(
        'inline-flex min-h-11 items-center gap-2 border-b-2 px-3 no-underline hover:text-accent',
        shown === name ? 'border-accent font-semibold text-accent' : 'border-transparent',
      )}
    >
      {text}
      {count !== undefined && (
        <span
          className={clsx(
            'rounded-full px-2 text-sm',
            name === 'overdue' && count > 0
              ? 'bg-bad-soft font-semibold text-bad'
              : 'bg-sunken text-quiet',
          )}
        >
          {formatCount(count)}
        </span>
      )}
    </Link>
  )
  return (
    <nav aria-label={t('views')} className="mb-4 flex flex-wrap gap-x-1 border-b border-line">
      {item(undefined, t('view.all'))}
      {counts.map(({ name, count }) => item(name, t(`view.${name}`), count))}
    </nav>
  )
}
