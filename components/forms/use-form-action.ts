'use client'
import { unstable_rethrow, useRouter } from 'next/navigation'
import { type FormEvent, startTransition, useActionState, useEffect, useRef, useState } from 'react'
import { type FormState, idle, refusedForm } from '@/lib/forms/form-state'
import { newSubmissionId, submissionField } from '@/lib/form-submissions/ids'
import { pollSubmission } from './poll-submission'
import { useFormTexts } from './texts'
import { useHydrated } from './use-hydrated'

const looking = refusedForm('looking')

type Action = (before: FormState, form: FormData) => Promise<FormState>

/**
 * Submits a form without losing the input: React would reset the fields after a form action, and a
 * lost connection would end in the error page. After a lost connection the outcome is unknown: this
 * is shown, the desk is polled by the submission's id, and then the outcome is shown. Messages
 * receive the focus on refusal. `onSend` runs in the transition that submits. `plainProps` are for
 * a form that may be submitted before hydration: its action returns what was `typed`.
 */
export function useFormAction(action: Action, onSend?: (form: HTMLFormElement) => void) {
  const router = useRouter()
  const { tellSaved } = useFormTexts()
  // The submission that was interrupted: resent unchanged it keeps its id, so that it takes effect
  // once.
  const broken = useRef<{ id: string; form: string } | null>(null)
  const [found, setFound] = useState<FormState | null>(null)
  const [state, dispatch, pending] = useActionState(async (before: FormState, form: FormData) => {
    const sent = JSON.stringify([...form])
    const id = broken.current?.form === sent ? broken.current.id : newSubmissionId()
    broken.current = null
    form.set(submissionField, id)
    try {
      return await action(before, form)
    } catch (error) {
      unstable_rethrow(error)
      broken.current = { id, form: sent }
      // Not awaited: optimistic updates must be rolled back while the outcome is unknown.
      void look(id)
      return looking
    }
  }, idle)
  async function look(id: string) {
    const { outcome, led } = await pollSubmission(id)
    if (outcome !== 'taken')
      return setFound(refusedForm(outcome === 'unknown' ? 'not_known' : 'line_lost'))
    broken.current = null
    setFound({ status: 'done' })
    tellSaved(true)
    startTransition(() => (led ? router.push(led) : router.refresh()))
  }
  const [answered, sentPlainly] = useActionState(action, idle)
  const shown = found ?? (state.status === 'idle' ? answered : state)
  const busy = pending || shown === looking
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (shown.status !== 'idle' && shown.status !== 'done')
      form.current?.querySelector<HTMLElement>('[role=alert]')?.focus()
  }, [shown])

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const sent = event.currentTarget
    const data = new FormData(sent, submitter)
    tellSaved(false)
    startTransition(() => {
      setFound(null)
      onSend?.(sent)
      dispatch(data)
    })
  }
  const ready = useHydrated()
  const always = { ref: form, onSubmit, noValidate: true }
  return {
    state: shown,
    pending: busy,
    ready,
    errors: shown.status === 'invalid' ? shown.errors : {},
    formProps: { ...always, method: 'post' as const },
    plainProps: { ...always, action: sentPlainly },
  }
}
