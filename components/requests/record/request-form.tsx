'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { DraftNotice } from '@/components/drafts/draft-notice'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useDemand, useFault } from '@/components/forms/texts'
import { useFormAction } from '@/components/forms/use-form-action'
import { Link } from '@/components/shell/link'
import { Button, buttonClass } from '@/components/ui/button'
import { plainNumber } from '@/lib/domain/identifiers/grouped'
import type { DemandName } from '@/lib/cancellation/rules/workflow'
import type { FormState } from '@/lib/forms/form-state'
import type { NoteAlternative } from './alternatives'
import { CardNumbers } from './card-numbers'
import { ContactPhone, OtherContact } from './contact-fields'
import { KeepQuestion } from './keep-question'
import { labelOfPath } from './labels'
import { LiveRequestNotice } from './live-request-notice'
import { PathFields } from './path-fields'
import { PeopleFields } from './people-fields'
import { ConsentTick, ReasonChoice, WaitingTick } from './reason-and-consent'
import {
  type RecordChoices,
  type RecordDefaults,
  type RecordOptions,
  type RecordedNumbers,
  type SectionProps,
  startingChoices,
} from './record-values'
import { useFieldKeys } from './use-field-keys'
import { useLiveCheck } from './use-live-check'
import { OfferNotice, VerdictPanel } from './verdict-panel'
import { useWhyNot } from './why-not'

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>
  /** For a new request: counts what the customer does instead (P21). */
  noteAlternative?: NoteAlternative
  options: RecordOptions
  defaults: RecordDefaults
  /** When amending: the request, its version, the way back, and its masked numbers. */
  amending?: { reference: string; version: number; back: string; recorded: RecordedNumbers }
  /** For a further number of the visit: the request it takes over from, and its masked numbers. */
  further?: { reference: string; recorded: RecordedNumbers }
}

const noReader = { fields: [], separator: 'tab' } as const

/** Where the form's draft is kept: by the request that it amends or takes over from. */
const draftPlace = ({ amending, further }: Pick<Props, 'amending' | 'further'>) =>
  amending
    ? `requests/${amending.reference}/amend`
    : further
      ? `requests/${further.reference}/further`
      : 'requests/new'

/**
 * The form that opens or amends a request: one screen in the order of the conversation, checked by
 * the server as the clerk goes on. Beside a new request stands whether it can be done today.
 */
export function RequestForm({
  action,
  noteAlternative,
  options,
  defaults,
  amending,
  further,
}: Props) {
  const t = useTranslations('record')
  const { state, pending, errors: refusedErrors, ready, formProps } = useFormAction(action)
  const [choices, setChoices] = useState<RecordChoices>(() => startingChoices(defaults))
  const touched = useRef(new Set<string>())
  const { preflight, recheck } = useLiveCheck(formProps.ref, pending)
  const { errorAt, warningAt } = useFaultsAt({ preflight, refusedErrors, touched })
  const store = options.stores.find(({ code }) => code === choices.store)
  const keys = useFieldKeys(store?.reader ?? noReader, (names) => {
    for (const name of names) touched.current.add(name)
    recheck()
  })
  // The verdict of what is preset is there before the first question.
  const start = useRef(recheck)
  useEffect(() => {
    if (ready) start.current()
  }, [ready])

  const choose = (change: Partial<RecordChoices>) => {
    setChoices((before) => ({ ...before, ...change }))
    recheck()
  }
  const live = amending ? null : (preflight?.live ?? null)
  const refused = amending ? null : (preflight?.refused ?? null)
  const part = {
    errorAt: (path: string) =>
      errorAt(path) ?? (path === 'phoneNumber' && live ? t('liveAtField') : undefined),
    warningAt: (path: string) =>
      warningAt(path) ?? (path === 'phoneNumber' && refused ? t('refused.atField') : undefined),
    defaults,
    choices,
    choose,
    options,
    preflight,
    recorded: amending?.recorded ?? further?.recorded ?? {},
    sameAs: further?.reference ?? null,
  }
  const number = numberIn(preflight && formProps.ref.current)

  return (
    <ActionForm
      formProps={formProps}
      ready={ready}
      className={amending ? 'grid max-w-4xl gap-4' : twoColumns}
      onBlur={({ target }) => {
        if (!('name' in target) || !('value' in target) || !target.name || !target.value) return
        touched.current.add(String(target.name).split(':')[0] ?? '')
        recheck()
      }}
      {...keys}
    >
      <div className="grid min-w-0 gap-4">
        <Messages state={state} number={number} part={part} />
        {amending && <input type="hidden" name="$reference" value={amending.reference} />}
        {amending && <input type="hidden" name="$version" value={amending.version} />}
        {further && <input type="hidden" name="$from" value={further.reference} />}
        <div className={card}>
          <KeepQuestion {...part} />
          <PathFields {...part} />
          <PeopleFields {...part} />
          <div className="grid items-end gap-x-5 gap-y-3 sm:grid-cols-2">
            <ContactPhone {...part} />
            {!amending && <WaitingTick {...part} />}
          </div>
          <div className="grid items-start gap-x-5 gap-y-1 sm:grid-cols-2">
            <CardNumbers {...part} />
            <OtherContact {...part} />
          </div>
          <ReasonChoice {...part} />
          <ConsentTick {...part} />
        </div>
      </div>
      {!noteAlternative ? (
        <OfferNotice {...part} />
      ) : (
        <section aria-label={t('verdict')} className={beside}>
          <VerdictPanel
            {...part}
            number={number}
            recheck={recheck}
            noteAlternative={noteAlternative}
          />
        </section>
      )}
      <div className={foot}>
        <DraftNotice
          form={formProps.ref}
          place={draftPlace({ amending, further })}
          ready={ready}
          state={state}
          beside
        />
        <div className="ml-auto flex flex-wrap items-center justify-end gap-3">
          <span aria-hidden="true" className="hidden text-sm text-quiet lg:inline">
            Ctrl + Enter
          </span>
          {amending && (
            <Link href={amending.back} className={buttonClass('secondary')}>
              {t('cancel')}
            </Link>
          )}
          <Button
            disabled={pending || choices.keepNumber === 'true'}
            aria-keyshortcuts="Control+Enter"
            data-primary
          >
            {pending ? t('busy') : amending ? t('save') : t('submit')}
          </Button>
        </div>
      </div>
    </ActionForm>
  )
}

const twoColumns = 'grid items-start gap-x-6 gap-y-4 lg:grid-cols-[minmax(0,1fr)_20rem]'
const beside =
  'min-w-0 lg:sticky lg:top-4 lg:-m-1 lg:max-h-[calc(100dvh-6.5rem)] lg:overflow-y-auto lg:p-1'
// What takes the focus stays clear of the foot.
const card =
  'grid min-w-0 gap-y-3 rounded-lg border border-line bg-surface p-4 sm:p-5 ' +
  '[&_:is(input,select,summary)]:scroll-mb-24'
const foot =
  'sticky bottom-0 z-10 col-span-full -mx-4 flex flex-wrap items-center gap-x-6 gap-y-2 ' +
  'border-t border-line bg-paper px-4 py-2.5 sm:-mx-6 sm:px-6'

const numberIn = (form: HTMLFormElement | null) => {
  const field = form?.elements.namedItem('phoneNumber')
  // On the server there is no form yet, and no such class.
  return field && field instanceof HTMLInputElement ? plainNumber(field.value) : ''
}

/** A refusal because of the number's live request is about that; others are as everywhere. */
function Messages({
  state,
  number,
  part,
}: {
  state: FormState
  number: string
  part: SectionProps
}) {
  const t = useTranslations('record')
  const { reasons } = useWhyNot(part)
  const { line } = useDemand()
  const words = useFaultWords()
  const isLive = state.status === 'refused' && state.unmet?.join() === 'no_live_request'
  if (isLive)
    return (
      <LiveRequestNotice
        role="alert"
        live={{ reference: state.reference ?? null }}
        number={number}
      />
    )
  return (
    <FormMessages
      state={state}
      label={labelOfPath(t)}
      words={words}
      demand={(name) => reasons[name as DemandName] ?? line(name)}
    />
  )
}

type Known = {
  preflight: ReturnType<typeof useLiveCheck>['preflight']
  refusedErrors: Record<string, string>
  touched: { current: Set<string> }
}

/** A fault in words: what is to be filled in has its own, as no contact at all has. */
function useFaultWords() {
  const t = useTranslations('record')
  const fault = useFault()
  const missing: Record<string, string> = {
    phoneNumber: t('missing.phoneNumber'),
    reason: t('missing.reason'),
    keepNumber: t('missing.keepNumber'),
  }
  return (path: string, code: string) =>
    path === 'contact'
      ? fault('contact_required')
      : (code === 'required' && missing[path]) || fault(code)
}

/** The words at a field: of what was checked since it was left, or of what was refused. */
function useFaultsAt({ preflight, refusedErrors, touched }: Known) {
  const fault = useFault()
  const words = useFaultWords()
  const errorAt = (path: string) => {
    // What has to be explained is known by the writer alone, such as another request's card.
    if (path.startsWith('explained.'))
      return refusedErrors[path] ? words(path, refusedErrors[path]) : undefined
    const code =
      (touched.current.has(path) ? preflight?.errors[path] : undefined) ??
      (preflight?.errors[path] ? refusedErrors[path] : preflight ? undefined : refusedErrors[path])
    return code ? words(path, code) : undefined
  }
  const warningAt = (path: string) =>
    preflight?.warnings[path] ? fault(preflight.warnings[path]) : undefined
  return { errorAt, warningAt }
}
