'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { FieldsUnder } from '@/components/ui/field-id'
import type { WalkState } from '@/lib/cancellation/rules/walk'
import type { DemandName } from '@/lib/cancellation/rules/workflow'
import { fieldsOfKind } from './fields'
import { asksOneThing, canFill, fillGroup, isFilled } from './fill-group'
import type { StepFieldsProps } from './step-fields-props'
import { groupId } from './group-id'
import { useWalk } from './walk-scope'

/** A step as one group of a phase's form. */
export type Group = {
  step: string
  title: string
  state: WalkState
  optional: boolean
  /** The demand that it satisfies, if any, and what is missing while it is open. */
  lifts: DemandName | null
  missing: string
  /** Who completed it and when; null for one that was not noted yet. */
  notedBy: string | null
  /** The event that noted it last, and whether it is the reader's own. */
  noted: { sequence: number; mine: boolean } | null
  /** What the step says to staff. */
  text: ReactNode
  /** What was recorded, in words. */
  recorded: ReactNode
  /** Why it cannot be noted now. */
  blocks: string[]
  fields: StepFieldsProps
}

type Props = {
  group: Group
  place: number
  /** Filled, and not saved yet. */
  unsaved: boolean
  errorAt(path: string): string | undefined
  /** Something was entered or changed here; whether it is complete now. */
  onChange(step: string, filled: boolean): void
  onNext(step: string): void
}

/**
 * A step's title with its state, what was recorded, and its fields while it is open. Closed groups
 * keep their fields, so that one button saves all.
 */
export function StepGroup({ group, place, unsaved, errorAt, onChange, onNext }: Props) {
  const t = useTranslations('walk')
  const { open, show, saving } = useWalk()
  const fields = useRef<HTMLDivElement>(null)
  const { step, state, title } = group
  const isOpen = open === step
  const Fields = fieldsOfKind[group.fields.kind]
  const locked = group.blocks.length > 0
  const done = saving.includes(step) || state === 'done'
  const { kind } = group.fields
  const report = () => {
    const filled = fields.current !== null && isFilled(fields.current)
    onChange(step, filled)
    return filled
  }
  // An answer may show or hide further fields: what is complete is known once they are there.
  const changed = () =>
    requestAnimationFrame(() => {
      if (report() && !unsaved && asksOneThing(kind)) onNext(step)
    })
  const fill = () => {
    if (!fields.current) return
    fillGroup(fields.current, kind)
    report()
    onNext(step)
  }
  // A scanner ends with Enter: it goes on to the next group and does not submit.
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
      return
    if (!(target instanceof HTMLInputElement) || target.type === 'checkbox') return
    event.preventDefault()
    if (report()) onNext(step)
  }
  return (
    <section
      id={groupId(step)}
      data-step={step}
      data-open={isOpen || undefined}
      className={clsx(
        'scroll-mt-20 rounded-md border bg-surface',
        isOpen ? 'border-accent' : 'border-line',
      )}
    >
      <h2 className="text-base">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={`${groupId(step)}-fields`}
          onClick={() => show(isOpen ? null : step)}
          className="flex min-h-10 w-full items-center gap-2.5 px-3 py-1.5 text-left"
        >
          <Mark done={done || unsaved} place={place} />
          <span className={clsx('min-w-0', locked ? 'text-quiet' : 'font-semibold')}>{title}</span>
          {group.optional && <span className="text-sm text-quiet">{t('optional')}</span>}
          <span className="ml-auto" aria-busy={saving.includes(step) || undefined}>
            <GroupBadge
              state={saving.includes(step) ? 'done' : unsaved ? 'unsaved' : state}
              locked={locked}
            />
          </span>
        </button>
      </h2>
      {!isOpen && group.recorded && (
        <div className="px-3 pb-2 pl-11 text-sm text-quiet first-letter:uppercase">
          {group.recorded}
        </div>
      )}
      {!isOpen && locked && state !== 'done' && (
        <p className="px-3 pb-2 pl-11 text-sm text-quiet">{group.blocks.join(' · ')}</p>
      )}
      <div id={`${groupId(step)}-fields`} hidden={!isOpen} className="grid gap-3 px-3 pb-3">
        <div className="text-sm text-quiet">{group.text}</div>
        {group.notedBy && <p className="text-sm text-quiet">{group.notedBy}</p>}
        {locked ? (
          <div className="text-sm">
            <p className="font-semibold">{t('locked')}</p>
            <ul className="list-disc pl-5">
              {group.blocks.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </div>
        ) : (
          <>
            {canFill(kind) && (
              <div>
                <Button
                  type="button"
                  look="secondary"
                  onClick={fill}
                  className="min-h-9 py-1"
                  data-fill
                >
                  {t(`fill.${kind as 'materials'}`)}
                </Button>
              </div>
            )}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the fields inside take the keys */}
            <div
              ref={fields}
              onInput={changed}
              onChange={changed}
              onKeyDown={onKeyDown}
              className="grid gap-3"
            >
              <FieldsUnder path={`steps.${step}`}>
                <Fields {...group.fields} errorAt={(path) => errorAt(`steps.${step}.${path}`)} />
              </FieldsUnder>
            </div>
          </>
        )}
      </div>
    </section>
  )
}

const tones = {
  done: 'good',
  unsaved: 'info',
  partial: 'warn',
  blocked: 'quiet',
  waiting: 'info',
} as const

function GroupBadge({ state, locked }: { state: WalkState | 'unsaved'; locked: boolean }) {
  const t = useTranslations('walk')
  if (state === 'ready' || (state === 'blocked' && !locked)) return null
  return <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
}

function Mark({ done, place }: { done: boolean; place: number }) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'grid size-6 shrink-0 place-items-center rounded-full border text-sm font-semibold',
        done ? 'border-good bg-good-soft text-good' : 'border-edge text-quiet',
      )}
    >
      {done ? '✓' : place}
    </span>
  )
}
