import clsx from 'clsx'
import { getTranslations } from 'next-intl/server'
import { type Stage, progressOf } from '@/lib/cancellation/rules/stage'

/** The request's progress, by text and marks. */
export async function ProgressBar({ stage }: { stage: Stage }) {
  const t = await getTranslations('status.progress')
  const { steps, current } = progressOf(stage)
  if (current < 0) return null
  return (
    <ol className="mb-5 grid grid-cols-4 gap-1.5">
      {steps.map((step, place) => {
        const done = place < current || stage === 'cancelled'
        return (
          <li
            key={step}
            aria-current={place === current ? 'step' : undefined}
            className={clsx(
              'border-t-4 pt-1.5 text-sm leading-snug',
              place <= current ? 'border-accent' : 'border-line text-quiet',
              place === current && 'font-bold',
            )}
          >
            <span aria-hidden="true">{done ? '✓ ' : place === current ? '● ' : '○ '}</span>
            {t(step)}
          </li>
        )
      })}
    </ol>
  )
}
