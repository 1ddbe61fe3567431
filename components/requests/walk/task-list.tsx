import clsx from 'clsx'
import { getLocale, getTranslations } from 'next-intl/server'
import type { Tone } from '@/components/ui/notice'
import type { WalkState, WalkStep } from '@/lib/cancellation/rules/walk'
import { inLocale } from '@/lib/i18n/bilingual'
import { Link } from '@/components/shell/link'
import { StepBadge } from './noting'

const tones: Record<WalkState | 'next', Tone | 'quiet'> = {
  done: 'good',
  partial: 'warn',
  ready: 'quiet',
  next: 'info',
  blocked: 'quiet',
}

type Props = {
  walk: readonly WalkStep[]
  /** Steps added by a newer guide. */
  added?: readonly string[]
  reference: string
  shown?: string
  next?: string
}

/** The steps in order: done, next, or blocked and why. */
export async function TaskList({ walk, added = [], reference, shown, next }: Props) {
  const t = await getTranslations('walk')
  const phases = [...new Set(walk.map((item) => item.phase))]
  return (
    <div className="grid gap-5">
      {phases.map((phase) => (
        <div key={phase}>
          <h3 className="mb-1 text-sm font-semibold text-quiet">{t(`phase.${phase}`)}</h3>
          <ol className="overflow-hidden rounded-md border border-line">
            {walk
              .filter((item) => item.phase === phase)
              .map((item) => (
                <Task
                  key={item.step.id}
                  item={item}
                  fresh={added.includes(item.step.id)}
                  reference={reference}
                  shown={item.step.id === shown}
                  next={item.step.id === next}
                />
              ))}
          </ol>
        </div>
      ))}
    </div>
  )
}

async function Task({
  item: { step, state, blocks, optional },
  fresh,
  reference,
  shown,
  next,
}: {
  item: WalkStep
  fresh: boolean
  reference: string
  shown: boolean
  next: boolean
}) {
  const t = await getTranslations('walk')
  const demand = await getTranslations('demands')
  const words = await getTranslations('words')
  const locale = await getLocale()
  const word = next && state !== 'partial' ? 'next' : state
  return (
    <li
      className={clsx(
        'border-b border-line last:border-0',
        shown && 'bg-accent-soft shadow-[inset_4px_0_0_var(--color-accent)]',
      )}
    >
      <Link
        href={`/requests/${reference}?step=${step.id}`}
        aria-current={shown ? 'step' : undefined}
        className="flex min-h-12 items-start gap-3 px-4 py-2.5 no-underline hover:bg-accent-soft"
      >
        <span className="min-w-0 flex-1">
          <span className={clsx('block', state === 'blocked' ? 'text-quiet' : 'font-semibold')}>
            {inLocale(locale, step.title)}
            {fresh && state !== 'done' && (
              <span className="ml-2 text-sm font-normal text-warn">{t('newer.fresh')}</span>
            )}
            {optional && (
              <span className="ml-2 text-sm font-normal text-quiet">{t('optional')}</span>
            )}
          </span>
          {state === 'blocked' && (
            <span className="block text-sm text-quiet">
              {t('why', { what: blocks.map((name) => demand(name)).join(words('semicolon')) })}
            </span>
          )}
        </span>
        <StepBadge step={step.id} tone={tones[word]}>
          {t(`state.${word}`)}
        </StepBadge>
      </Link>
    </li>
  )
}
