'use client'
import { useTranslations } from 'next-intl'
import { type MouseEvent, type ReactNode, useState } from 'react'
import { DraftNotice } from '@/components/drafts/draft-notice'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFault } from '@/components/forms/texts'
import { useFormAction } from '@/components/forms/use-form-action'
import { type Act, useKeys } from '@/components/keys/keys'
import { Button } from '@/components/ui/button'
import { FieldsUnder } from '@/components/ui/field-id'
import { Tick } from '@/components/ui/tick'
import type { FormState } from '@/lib/forms/form-state'
import type { Phase, StepKind } from '@/lib/domain/step-kinds'
import { DemandLine } from '../demand-line'
import type { UnmetDemand } from '../unmet-demands'
import { CompleteFields } from './complete-fields'
import { type Group, StepGroup } from './step-group'
import { groupId } from './group-id'
import { useWalk } from './walk-scope'

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>
  reference: string
  version: number
  phase: Phase
  groups: readonly Group[]
  /** The move that ends the phase, and what it still lacks beside the steps. */
  move: {
    name: 'submit' | 'complete'
    missing: UnmetDemand[]
    /** The customer still has to sign for going by the slip alone. */
    signsSlip: boolean
    /** The last day on which a pre-cancelled number can still be restored. */
    reinstatableUntil: string | null
    /** The customer is there to be handed the receipt. */
    atCounter: boolean
  } | null
  today: string
  /** Shown above the groups. */
  children?: ReactNode
}

/** 1 to 9 open a group, A and N fill the papers and the obligations. */
function usePhaseKeys(groups: readonly Group[], reveal: (step: string) => void) {
  const t = useTranslations('live.keys')
  const press = (step: string) =>
    document.getElementById(groupId(step))?.querySelector<HTMLElement>('[data-fill]')?.click()
  const filling = { materials: ['a', 'allPresent'], obligations: ['n', 'noneApplies'] } as const
  useKeys(
    groups.flatMap(({ step, title, fields: { kind } }, place): Act[] => {
      const fill = kind === 'materials' || kind === 'obligations' ? filling[kind] : null
      const number = place + 1
      const label = t('group', { place: number, title })
      return [
        ...(number <= 9 ? [{ keys: String(number), label, run: () => reveal(step) }] : []),
        ...(fill ? [{ keys: fill[0], label: t(fill[1]), run: () => press(step) }] : []),
      ]
    }),
  )
}

/** What one press notes once the receipt was handed over, and what comes after was explained. */
const handedOver: readonly StepKind[] = ['receipt', 'aftercare']

/** Where the tick for the signed slip is, which the message of its demand leads to. */
const slipTick = '#field-move-slipSigned'

// The next ones: all of them would fill the foot of the page.
const chips = 4
const chip = 'min-h-7 rounded-full border border-edge bg-surface px-2.5 hover:bg-accent-soft'

/** Input in a group: whether it is complete, and the note of the step that it came after. */
type Entered = { filled: boolean; after: number }

/** Groups whose input was not saved yet, and whether it is complete. */
function touchedOf(groups: readonly Group[], entered: Readonly<Record<string, Entered>>) {
  const unsaved = groups.flatMap(({ step, noted }): [string, boolean][] => {
    const input = entered[step]
    const saved = input && noted?.mine && noted.sequence > input.after
    return input && !saved ? [[step, input.filled]] : []
  })
  return Object.fromEntries<boolean | undefined>(unsaved)
}

/**
 * All steps of a phase as compact groups of one form: one button saves what was filled, and another
 * makes the phase's move with it. Nothing is saved when anything is refused, and what was typed
 * stays.
 */
export function PhaseForm(props: Props) {
  const { action, reference, version, phase, groups, move, today, children } = props
  const t = useTranslations('walk')
  const words = useTranslations('words.move')
  const fault = useFault()
  const { open, show, save } = useWalk()
  const [entered, setEntered] = useState<Readonly<Record<string, Entered>>>({})
  const touched = touchedOf(groups, entered)
  const names = Object.keys(touched)
  const { state, pending, errors, ready, formProps } = useFormAction(action, () =>
    save(names.filter((step) => touched[step])),
  )
  const isOpenStep = ({ step, state: at, optional }: Group) =>
    !optional && at !== 'done' && touched[step] !== true
  const missing = groups.filter(isOpenStep)

  const reveal = (step: string) => {
    show(step)
    requestAnimationFrame(() => {
      const group = document.getElementById(groupId(step))
      group?.scrollIntoView({ block: 'nearest' })
      group
        ?.querySelector<HTMLElement>('input:not([type=hidden]):enabled, select, textarea')
        ?.focus({ preventScroll: true })
    })
  }
  const next = (from: string) => {
    const place = groups.findIndex(({ step }) => step === from)
    const rest = [...groups.slice(place + 1), ...groups.slice(0, place)]
    const following = rest.find((group) => group.step !== from && isOpenStep(group))
    if (following) reveal(following.step)
    else show(null)
  }
  const changed = (step: string, filled: boolean) => {
    const after = groups.find((group) => group.step === step)?.noted?.sequence ?? 0
    setEntered((before) =>
      before[step]?.filled === filled && before[step].after === after
        ? before
        : { ...before, [step]: { filled, after } },
    )
  }
  const handsOver = missing.some(({ fields: { kind } }) => handedOver.includes(kind))
  usePhaseKeys(groups, reveal)
  // A message's link leads to a field that may be in a closed group.
  const openLinked = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
    const field = link && document.getElementById(link.getAttribute('href')?.slice(1) ?? '')
    const step = field?.closest<HTMLElement>('[data-step]')?.dataset.step
    if (!field || !step) return
    event.preventDefault()
    if (field.dataset.step) return reveal(step)
    show(step)
    requestAnimationFrame(() => field.focus())
  }
  const errorAt = (path: string) => (errors[path] ? fault(errors[path]) : undefined)
  const wrong = groups.find(({ step }) =>
    Object.keys(errors).some((path) => path.startsWith(`steps.${step}.`)),
  )
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: links inside
    <div onClick={openLinked}>
      <ActionForm formProps={formProps} ready={ready} className="grid gap-2">
        <DraftNotice
          form={formProps.ref}
          place={`requests/${reference}/phase/${phase}`}
          ready={ready}
        />
        <FormMessages
          state={state}
          label={(path) => groups.find(({ step }) => path.split('.')[1] === step)?.title}
          demand={(name) => {
            const group = groups.find(({ lifts }) => lifts === name)
            const href = group
              ? `#${groupId(group.step)}`
              : name === 'contact_reachable' && slipTick
            return <DemandLine name={name} href={href || undefined} />
          }}
        />
        {children}
        <input type="hidden" name="$reference" value={reference} />
        <input type="hidden" name="$version" value={version} />
        <input type="hidden" name="$steps" value={names.join(' ')} />
        {groups.map((group, place) => (
          <StepGroup
            key={group.step}
            group={group}
            place={place + 1}
            unsaved={touched[group.step] === true}
            errorAt={errorAt}
            onChange={changed}
            onNext={next}
          />
        ))}
        {move?.name === 'complete' && (
          <CompleteFields
            today={today}
            reinstatableUntil={move.reinstatableUntil}
            atCounter={move.atCounter}
            errorAt={(path) => errorAt(`move.${path}`)}
          />
        )}
        <div className="sticky bottom-0 z-10 -mx-1 mt-1 grid gap-2 border-t border-line bg-paper px-1 py-2">
          {missing.length > 0 && (
            <ul aria-label={t('missing')} className="hidden flex-wrap gap-1.5 text-sm sm:flex">
              {missing.slice(0, chips).map((group) => (
                <li key={group.step}>
                  <button type="button" onClick={() => reveal(group.step)} className={chip}>
                    {group.missing}
                  </button>
                </li>
              ))}
              {missing.length > chips && (
                <li className="self-center text-quiet">
                  {t('missingMore', { count: missing.length - chips })}
                </li>
              )}
            </ul>
          )}
          {move?.signsSlip && (
            <FieldsUnder path="move">
              <Tick name="slipSigned:boolean" label={t('contact.slipSigned')} />
            </FieldsUnder>
          )}
          {move?.missing.map((one) => (
            <p key={one.name} className="text-sm font-semibold text-warn">
              <DemandLine {...one} />
            </p>
          ))}
          {missing.length > 0 && (
            <p className="text-sm text-quiet sm:hidden">
              {t('missingCount', { count: missing.length })}
            </p>
          )}
          <div className="flex flex-wrap items-center gap-2">
            {move && (
              <Button name="$move" value={move.name} disabled={pending} data-primary>
                {pending
                  ? t('busy')
                  : move.name === 'submit'
                    ? words('submit')
                    : t('completePrint')}
              </Button>
            )}
            {handsOver && (
              <Button
                name="$move"
                value="hand_over"
                disabled={pending}
                data-primary={names.length === 0 || undefined}
              >
                {pending ? t('busy') : t('handOver')}
              </Button>
            )}
            <Button
              look={move || phase === 'after_completion' ? 'secondary' : 'primary'}
              name="$move"
              value=""
              disabled={pending || names.length === 0}
              data-primary={move || names.length === 0 ? undefined : true}
            >
              {pending && !move ? t('busy') : t('save')}
            </Button>
            {wrong && open !== wrong.step && (
              <Button type="button" look="plain" onClick={() => reveal(wrong.step)}>
                {wrong.title}
              </Button>
            )}
          </div>
        </div>
      </ActionForm>
    </div>
  )
}
