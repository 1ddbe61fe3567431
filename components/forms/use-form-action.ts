'use client'
import { unstable_rethrow } from 'next/navigation'
import { type FormEvent, startTransition, useActionState, useEffect, useRef } from 'react'
import { type FormState, idle, refusedForm } from '@/lib/forms/form-state'
import { useHydrated } from './use-hydrated'

type Action = (before: FormState, form: FormData) => Promise<FormState>

/**
 * Sends a form to its action without losing what was typed: React would empty the fields after a form action, and a
 * lost connection would end in the error page. The messages get the focus when the answer is a no. `onSend` runs in the
 * transition that sends it.
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
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    if (state.status !== 'idle' && state.status !== 'done') form.current?.querySelector<HTMLElement>('[role=alert]')?.focus()
  }, [state])

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
  return { state, pending, ready, errors: state.status === 'invalid' ? state.errors : {}, formProps: { ref: form, onSubmit, noValidate: true, method: 'post' as const } }
}
