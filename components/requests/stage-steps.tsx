import clsx from 'clsx'
import { getTranslations } from 'next-intl/server'
import type { RequestRecord } from '@/lib/cancellation/rules/request-record'
import type { State } from '@/lib/cancellation/rules/workflow'
import { staffDates } from '@/lib/i18n/dates'

const stages = ['check', 'review', 'carrier', 'handOver'] as const

/** How far a request has come; one that ended without cancelling stopped where it was. */
const reached: Record<State, number> = {
  open: 0,
  in_review: 1,
  needs_info: 1,
  closing: 2,
  completed: 3,
  rejected: 1,
  withdrawn: 0,
}

/** The way of a request in four: check, review, carrier, hand over; and whether it can be stopped. */
export async function StageSteps({ record }: { record: RequestRecord }) {
  const t = await getTranslations('walk')
  const at = record.state === 'withdrawn' && record.approvedAt ? 2 : reached[record.state]
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1">
      <ol aria-label={t('stage.title')} className="flex flex-wrap gap-1 text-sm">
        {stages.map((stage, place) => (
          <li
            key={stage}
            aria-current={place === at ? 'step' : undefined}
            className={clsx(
              'rounded-full border px-2 py-0.5 sm:px-3',
              place === at
                ? 'border-accent bg-accent-soft font-semibold text-accent'
                : 'border-line text-quiet',
            )}
          >
            {place < at ? '✓' : place + 1} {t(`stage.${stage}`)}
          </li>
        ))}
      </ol>
      {!record.endedAt && (
        <p className="text-sm text-quiet">
          {record.approvedAt
            ? t('noReturn.after', { time: staffDates.moment(record.approvedAt) })
            : t('noReturn.before')}
        </p>
      )}
    </div>
  )
}
