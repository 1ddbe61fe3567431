import { getFormatter, getTranslations } from 'next-intl/server'
import { Panel } from '@/components/ui/panel'
import type { Figures, Share } from '@/lib/reports/figures'

/** The period's key figures. */
export async function KeyFigures({ total }: { total: Figures }) {
  const t = await getTranslations('reports')
  const format = await getFormatter()
  const share = ({ kept, of }: Share) =>
    of ? format.number(kept / of, { style: 'percent', maximumFractionDigits: 0 }) : '—'
  const tiles = [
    { label: t('figure.opened'), value: format.number(total.opened) },
    { label: t('figure.completed'), value: format.number(total.completed) },
    { label: t('figure.medianDays'), value: total.medianDays ?? '—', note: t('days') },
    { label: t('figure.p90Days'), value: total.p90Days ?? '—', note: t('days') },
    { label: t('figure.decisionsKept'), value: share(total.decisionsKept) },
    { label: t('figure.endsKept'), value: share(total.endsKept) },
    { label: t('figure.firstTimeRight'), value: share(total.firstTimeRight) },
    { label: t('figure.smooth'), value: share(total.smooth) },
    { label: t('figure.overrides'), value: format.number(total.overrides) },
  ]
  return (
    <Panel>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-3">
        {tiles.map(({ label, value, note }) => (
          <div key={label}>
            <dt className="text-sm text-quiet">{label}</dt>
            <dd className="text-2xl font-bold tabular-nums">
              {value}
              {note && value !== '—' && (
                <span className="ml-1 text-sm font-normal text-quiet">{note}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
