import { getFormatter, getTranslations } from 'next-intl/server'
import { Panel } from '@/components/ui/panel'

/** Questions and complaints of the period (F33). */
export async function QuestionFigures({
  figures: { asked, complaints, answered, inTime },
}: {
  figures: { asked: number; complaints: number; answered: number; inTime: number }
}) {
  const t = await getTranslations('questions.figures')
  const format = await getFormatter()
  const tiles = [
    [t('asked'), format.number(asked)],
    [t('complaints'), format.number(complaints)],
    [
      t('inTime'),
      answered
        ? format.number(inTime / answered, { style: 'percent', maximumFractionDigits: 0 })
        : '—',
    ],
  ] as const
  return (
    <Panel title={t('title')}>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {tiles.map(([label, value]) => (
          <div key={label}>
            <dt className="text-sm text-quiet">{label}</dt>
            <dd className="text-2xl font-bold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
