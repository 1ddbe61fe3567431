import clsx from 'clsx'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Link } from '@/components/shell/link'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import type { Figures, Share } from '@/lib/reports/figures'

/**
 * The period's key figures: first what is overdue, in a sentence, and whether promises were kept,
 * then the volume. `linked`: this reader may open the list of requests.
 */
export async function KeyFigures({ total, linked }: { total: Figures; linked: boolean }) {
  const t = await getTranslations('reports')
  const format = await getFormatter()
  const share = ({ kept, of }: Share) =>
    of ? format.number(kept / of, { style: 'percent', maximumFractionDigits: 0 }) : '—'
  const of = ({ kept, of: base }: Share) => (base ? t('keptOf', { kept, of: base }) : '')
  const promises = (['decisionsKept', 'endsKept', 'firstTimeRight', 'smooth'] as const).map(
    (name) => ({ label: t(`figure.${name}`), value: share(total[name]), note: of(total[name]) }),
  )
  const days = (value: number | null) => ({
    value: value ?? '—',
    note: value === null ? '' : t('days'),
  })
  const volume = [
    { label: t('figure.opened'), value: format.number(total.opened), note: '' },
    { label: t('figure.completed'), value: format.number(total.completed), note: '' },
    { label: t('figure.medianDays'), ...days(total.medianDays) },
    { label: t('figure.p90Days'), ...days(total.p90Days) },
    { label: t('figure.overrides'), value: format.number(total.overrides), note: '' },
  ]
  return (
    <Panel>
      {total.overdue ? (
        <Notice tone="bad" title={t('overdueNow', { count: total.overdue })}>
          <p>
            {t('overdueCounted')}
            {linked && (
              <>
                {' '}
                <Link href="/requests?view=overdue" className="no-print underline">
                  {t('overdueOpen')}
                </Link>
              </>
            )}
          </p>
        </Notice>
      ) : (
        <Notice tone="good" title={t('nothingOverdue')} />
      )}
      <dl className="mt-5 grid grid-cols-2 gap-4 lg:grid-cols-4">
        {promises.map((tile) => (
          <Tile key={tile.label} {...tile} large />
        ))}
      </dl>
      <dl className="mt-5 grid grid-cols-2 gap-4 border-t border-line pt-4 sm:grid-cols-3 lg:grid-cols-5">
        {volume.map((tile) => (
          <Tile key={tile.label} {...tile} />
        ))}
      </dl>
    </Panel>
  )
}

const Tile = ({
  label,
  value,
  note,
  large,
}: {
  label: string
  value: string | number
  note: string
  large?: boolean
}) => (
  <div>
    <dt className="text-sm text-quiet">{label}</dt>
    <dd className={clsx('font-bold tabular-nums', large ? 'text-3xl' : 'text-xl')}>
      {value}
      {note && <span className="ml-1.5 text-sm font-normal text-quiet">{note}</span>}
    </dd>
  </div>
)
