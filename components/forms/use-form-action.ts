'use client'
import { unstable_rethrow, useRouter } from 'next/navigation'
import { type FormEvent, startTransition, useActionState, useEffect, useRef, useState } from 'react'
import { type FormState, idle, refusedForm } from '@/lib/forms/form-state'
import { newSendId, sendField } from '@/lib/sends/ids'
import { lookForSend } from './look-for-send'
import { useSavedAfterAll } from './saved-after-all'
import { useHydrated } from './use-hydrated'

const unknown = refusedForm('looking')

type Action = (before: FormState, form: FormData) => Promise<FormState>

/** Redirects and "not found" are Next's own way of answering: they are thrown on. */
function passOn(error: unknown, answered: () => void) {
  try {
    unstable_rethrow(error)
  } catch (answer) {
    answered()
    throw answer
  }
}

/** The same form sent again after a broken line keeps its id, so that it takes effect once; any other is a new sending. */
function useSendId() {
  const last = useRef<{ id: string; form: string } | null>(null)
  return (data: FormData) => {
    const form = JSON.stringify([...data].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]))
    if (last.current?.form !== form) last.current = { id: newSendId(), form }
    const answered = () => {
      last.current = null
    }
    return { id: last.current.id, answered }
  }
}

/**
 * Sends a form to its action without losing what was typed: React would empty the fields after a form action, and a
 * lost connection would end in the error page. Where the line broke nobody knows whether the form was taken: that is
 * said, the desk is asked by the sending's id as soon as it answers, and then it is said which it was. The messages get
 * the focus when the answer is a no. `onSend` runs in the transition that sends it. `plainProps` are for a form that may
 * be sent before the page's scripts have come: its action gives back what was `typed`.
 */
export function useFormAction(action: Action, onSend?: (form: HTMLFormElement) => void) {
  const router = useRouter()
  const tellSaved = useSavedAfterAll()
  const sendId = useSendId()
  const [looking, setLooking] = useState(false)
  const [state, dispatch, pending] = useActionState(async (before: FormState, form: FormData) => {
    const { id, answered } = sendId(form)
    form.set(sendField, id)
    try {
      const answer = await action(before, form)
      answered()
      return answer
    } catch (error) {
      passOn(error, answered)
      setLooking(true)
      const { outcome, led } = await lookForSend(id)
      setLooking(false)
      if (outcome === 'unknown') return refusedForm('not_known')
      if (outcome !== 'taken') return refusedForm('line_lost')
      answered()
      tellSaved(true)
      startTransition(() => (led ? router.push(led) : router.refresh()))
      return { status: 'done' as const }
    }
  }, idle)
  const [answered, sentPlainly] = useActionState(action, idle)
  const shown = looking ? unknown : state.status === 'idle' ? answered : state
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
    tellSaved(false)
    startTransition(() => {
      onSend?.(sent)
      dispatch(data)
    })
  }
  const ready = useHydrated()
  const always = { ref: form, onSubmit, noValidate: true }
  return { state: shown, pending, ready, errors: shown.status === 'invalid' ? shown.errors : {}, formProps: { ...always, method: 'post' as const }, plainProps: { ...always, action: sentPlainly } }
}
