'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import type { WalkState } from '@/lib/cancellation/rules/walk'
import type { Phase } from '@/lib/domain/step-kinds'
import { groupId } from './group-id'
import { useWalk } from './walk-scope'

export type RailStep = {
  step: string
  title: string
  state: WalkState
  phase: Phase
  /** Added by a newer guide. */
  fresh: boolean
}

const marks: Record<WalkState, string> = {
  done: '✓',
  partial: '!',
  ready: '○',
  blocked: '·',
  waiting: '…',
}

/** The steps as one-line ticks; a click opens the step's group. Later phases are folded. */
export function StepRail({ steps, now }: { steps: readonly RailStep[]; now: Phase | null }) {
  const t = useTranslations('walk')
  const phases = [...new Set(steps.map(({ phase }) => phase))]
  return (
    <nav
      aria-label={t('tasks')}
      className="grid gap-2 rounded-md border border-line bg-surface p-3"
    >
      {phases.map((phase) => (
        <details key={phase} open={phase === now || undefined}>
          <summary className="text-sm font-semibold text-quiet">{t(`phase.${phase}`)}</summary>
          <ol className="mt-1 grid">
            {steps
              .filter((step) => step.phase === phase)
              .map((step) => (
                <RailLine key={step.step} {...step} />
              ))}
          </ol>
        </details>
      ))}
    </nav>
  )
}

function RailLine({ step, title, state, fresh }: RailStep) {
  const t = useTranslations('walk')
  const { open, show, saving } = useWalk()
  const done = state === 'done' || saving.includes(step)
  const reveal = () => {
    show(step)
    requestAnimationFrame(() =>
      document.getElementById(groupId(step))?.scrollIntoView({ block: 'nearest' }),
    )
  }
  return (
    <li>
      <button
        type="button"
        onClick={reveal}
        aria-current={open === step ? 'step' : undefined}
        className={clsx(
          'flex min-h-8 w-full items-center gap-2 rounded px-1.5 text-left text-sm pointer-coarse:min-h-11',
          'hover:bg-accent-soft aria-[current]:bg-accent-soft aria-[current]:font-semibold',
          state === 'blocked' && !done && 'text-quiet',
        )}
      >
        <span
          aria-hidden="true"
          className={clsx(
            'w-4 text-center',
            done ? 'text-good' : state === 'partial' && 'text-warn',
          )}
        >
          {done ? '✓' : marks[state]}
        </span>
        <span className="min-w-0">
          {title}
          {fresh && !done && <span className="ml-1.5 text-warn">{t('newer.fresh')}</span>}
        </span>
        <span className="sr-only">{t(`state.${done ? 'done' : state}`)}</span>
      </button>
    </li>
  )
}
