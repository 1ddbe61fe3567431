'use client'
import { unstable_rethrow } from 'next/navigation'
import { type FormEvent, startTransition, useActionState, useEffect, useRef } from 'react'
import { type FormState, idle, refusedForm } from '@/lib/forms/form-state'
import { useHydrated } from './use-hydrated'

type Action = (before: FormState, form: FormData) => Promise<FormState>

/**
 * Sends a form to its action without losing what was typed: React would empty the fields after a form action, and a
 * lost connection would end in the error page. The messages get the focus when the answer is a no. `onSend` runs in the
 * transition that sends it. `plainProps` are for a form that may be sent before the page's scripts have come: its action
 * gives back what was `typed`.
 */
export function useFormAction(action: Action, onSend?: (form: HTMLFormElement) => void) {
  const [state, dispatch, pending] = useActionState(async (before: FormState, form: FormData) => {
    try {
      return await action(before, form)
    } catch (error) {
      unstable_rethrow(error)
      return refusedForm('failed')
    }
  }, idle)
  const [answered, sentPlainly] = useActionState(action, idle)
  const shown = state.status === 'idle' ? answered : state
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (shown.status !== 'idle' && shown.status !== 'done') form.current?.querySelector<HTMLElement>('[role=alert]')?.focus()
  }, [shown])

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const sent = event.currentTarget
    const data = new FormData(sent, submitter)
    startTransition(() => {
      onSend?.(sent)
      dispatch(data)
    })
  }
  const ready = useHydrated()
  const always = { ref: form, onSubmit, noValidate: true }
  return { state: shown, pending, ready, errors: shown.status === 'invalid' ? shown.errors : {}, formProps: { ...always, method: 'post' as const }, plainProps: { ...always, action: sentPlainly } }
}
