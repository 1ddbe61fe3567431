import { getTranslations } from 'next-intl/server'
import { Panel } from '@/components/ui/panel'
import type { StoreDay } from '@/lib/cancellation/queries/day'

/** The day's totals. */
export async function DayCounts({ counts }: { counts: StoreDay['counts'] }) {
  const t = await getTranslations('custody.day.counts')
  return (
    <Panel title={t('title')}>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1.5">
        {(Object.keys(counts) as (keyof typeof counts)[]).map((name) => (
          <div key={name} className="contents">
            <dt className="text-quiet">{t(name)}</dt>
            <dd className="text-right font-semibold tabular-nums">{counts[name]}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
