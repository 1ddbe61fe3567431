import { getTranslations } from 'next-intl/server'
import { Panel } from '@/components/ui/panel'
import type { Group } from './step-group'

/** All that was recorded, step by step: for the reviewer, and for whoever looks back. */
export async function RecordedList({
  groups,
  folded,
}: {
  groups: readonly Group[]
  folded: boolean
}) {
  const t = await getTranslations('walk')
  if (groups.length === 0) return null
  // Mostly one clerk records all at once: that is said once.
  const by = new Set(groups.map(({ notedBy }) => notedBy))
  const [all] = by.size === 1 ? by : []
  const list = (
    <dl className="grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[minmax(7rem,auto)_1fr]">
      {groups.map(({ step, title, recorded, notedBy }) => (
        <div key={step} className="contents">
          <dt className="font-semibold">{title}</dt>
          <dd className="mb-1 min-w-0 first-letter:uppercase sm:mb-0">
            {recorded ?? <span className="text-quiet">{t('notRecorded')}</span>}
            {notedBy && !all && <span className="ml-2 text-quiet">{notedBy}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
  if (!folded)
    return (
      <Panel title={t('recorded')} aside={<span className="text-sm text-quiet">{all}</span>}>
        {list}
      </Panel>
    )
  return (
    <details className="rounded-md border border-line bg-surface px-3 py-2">
      <summary className="cursor-pointer font-semibold">{t('recorded')}</summary>
      <div className="mt-2">{list}</div>
    </details>
  )
}
