'use client'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { DraftNotice } from '@/components/drafts/draft-notice'
import { ActionForm } from '@/components/forms/action-form'
import { FormMessages } from '@/components/forms/form-messages'
import { useFormAction } from '@/components/forms/use-form-action'
import { useFault } from '@/components/forms/texts'
import { Button, buttonClass } from '@/components/ui/button'
import type { Preflight } from '@/lib/cancellation/queries/preflight'
import type { FormState } from '@/lib/forms/form-state'
import { Link } from '@/components/shell/link'
import { ApplicantSection } from './applicant-section'
import { ContactSection } from './contact-section'
import { HolderSection } from './holder-section'
import { KeepQuestion } from './keep-question'
import { LiveRequestNotice } from './live-request-notice'
import { NumberSection } from './number-section'
import { PathSection } from './path-section'
import { ReasonSection } from './reason-section'
import {
  type RecordChoices,
  type RecordDefaults,
  type RecordedNumbers,
  startingChoices,
} from './record-values'
import { labelOfPath } from './labels'

/**
 * Has the server check the form so far; null when it cannot be reached, which must not block the
 * clerk.
 */
async function check(form: FormData): Promise<Preflight | null> {
  const answer = await fetch('/api/requests/check', { method: 'POST', body: form })
  return answer.ok ? ((await answer.json()) as Preflight) : null
}

type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>
  options: {
    stores: { code: string; name: string }[]
    carriers: { code: string; name: string }[]
    regions: { code: string; name: string }[]
    countries: { code: string; name: string }[]
  }
  defaults: RecordDefaults
  /** When amending: the request, its version, the way back, and its masked numbers. */
  amending?: { reference: string; version: number; back: string; recorded: RecordedNumbers }
}

/**
 * The form that opens or amends a request. Fields are checked on the server as the clerk proceeds.
 */
export function RequestForm({ action, options, defaults, amending }: Props) {
  const t = useTranslations('record')
  const fault = useFault()
  const label = labelOfPath(t)
  const { state, pending, errors: refusedErrors, ready, formProps } = useFormAction(action)
  const [choices, setChoices] = useState<RecordChoices>(() => startingChoices(defaults))
  const [preflight, setPreflight] = useState<Preflight | null>(null)
  const touched = useRef(new Set<string>())
  const asking = useRef({ now: false, again: false })

  function recheck() {
    const form = formProps.ref.current
    if (!form || pending) return
    // After rendering, so that fields shown or hidden by the change are in or out of the form.
    requestAnimationFrame(() => ask(form))
  }
  /**
   * One check at a time: changes during it are checked together afterwards, and only the last
   * result counts.
   */
  async function ask(form: HTMLFormElement) {
    asking.current.again = true
    if (asking.current.now) return
    asking.current.now = true
    let answer: Preflight | null = null
    while (asking.current.again) {
      asking.current.again = false
      answer = await check(new FormData(form)).catch(() => null)
    }
    asking.current.now = false
    setPreflight(answer)
  }
  const choose = (change: Partial<RecordChoices>) => {
    setChoices((before) => ({ ...before, ...change }))
    recheck()
  }
  const errorAt = (path: string) => {
    const code =
      (touched.current.has(path) ? preflight?.errors[path] : undefined) ??
      (preflight?.errors[path] ? refusedErrors[path] : preflight ? undefined : refusedErrors[path])
    return code ? fault(code) : undefined
  }
  const warningAt = (path: string) =>
    preflight?.warnings[path] ? fault(preflight.warnings[path]) : undefined
  const part = {
    errorAt,
    warningAt,
    defaults,
    choices,
    choose,
    options,
    preflight,
    recorded: amending?.recorded ?? {},
  }

  return (
    <ActionForm
      formProps={formProps}
      ready={ready}
      className="grid max-w-3xl gap-6"
      onBlur={({ target }) => {
        if (!('name' in target) || !('value' in target) || !target.name || !target.value) return
        touched.current.add(String(target.name).split(':')[0] ?? '')
        recheck()
      }}
    >
      <DraftNotice
        form={formProps.ref}
        place={amending ? `requests/${amending.reference}/amend` : 'requests/new'}
        ready={ready}
      />
      <FormMessages state={state} label={label}>
        {state.status === 'refused' && state.reference && (
          <Link href={`/requests/${state.reference}`} className="font-semibold underline">
            {t('liveHere')}
          </Link>
        )}
      </FormMessages>
      {amending && <input type="hidden" name="$reference" value={amending.reference} />}
      {amending && <input type="hidden" name="$version" value={amending.version} />}
      <KeepQuestion {...part} />
      <PathSection {...part} />
      <NumberSection {...part} />
      <LiveRequestNotice
        live={amending ? null : (preflight?.live ?? null)}
        number={String(
          preflight
            ? ((formProps.ref.current?.elements.namedItem('phoneNumber') as HTMLInputElement | null)
                ?.value ?? '')
            : '',
        )}
      />
      <ApplicantSection {...part} />
      <HolderSection {...part} />
      <ContactSection {...part} />
      <ReasonSection {...part} amending={Boolean(amending)} />
      <div className="flex flex-wrap gap-3">
        <Button disabled={pending || choices.keepNumber === 'true'}>
          {pending ? t('busy') : amending ? t('save') : t('submit')}
        </Button>
        {amending && (
          <Link href={amending.back} className={buttonClass('secondary')}>
            {t('cancel')}
          </Link>
        )}
      </div>
    </ActionForm>
  )
}
