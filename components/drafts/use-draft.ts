'use client'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { consentField, mayBeKept } from '@/lib/drafts/consent'
import { type FormState, idle } from '@/lib/forms/form-state'
import { type Fields, differs, fieldsOf, putBack } from './fields'
import { forgetInTab, keepInTab, tabCopy } from './tab-copies'
import { useTabOwner } from './tab-owner'

const everyMs = 3000

type Draft = { fields: Fields; at: string }
const addressOf = (place: string) => `/api/drafts?place=${encodeURIComponent(place)}`

/** The server's draft, or this tab's if it is newer; null when there is none. */
async function newestDraft(
  account: string,
  place: string,
  signal: AbortSignal,
): Promise<Draft | null> {
  const answer = await fetch(addressOf(place), { signal }).catch(() => null)
  const kept = answer?.ok ? ((await answer.json()) as Draft) : null
  const here = tabCopy(account, place)
  return kept && here ? (kept.at > here.at ? kept : here) : (kept ?? here)
}

/**
 * Saves a form's input a few seconds after typing and on leaving the page, and offers earlier
 * input. It is stored on the server, for any device; a form that asks for the customer's consent is
 * stored only in this tab until the box is ticked, and removed from the server when it is unticked.
 * The draft is offered, not restored automatically: the next customer may be at the counter. A form
 * that was refused, and one that is left by a link, are kept at once.
 */
export function useDraft(
  form: RefObject<HTMLFormElement | null>,
  place: string,
  ready: boolean,
  state: FormState = idle,
) {
  const account = useTabOwner()
  const [offered, setOffered] = useState<Draft | null>(null)
  const kept = useRef('')
  const isOnServer = useRef(false)
  const isSent = useRef(false)
  const keepNow = useRef<(() => void) | null>(null)

  useEffect(() => {
    const here = form.current
    if (!ready || !here) return
    let timer: ReturnType<typeof setTimeout> | undefined
    isSent.current = false
    const unmounted = new AbortController()
    kept.current = JSON.stringify(fieldsOf(here))
    newestDraft(account, place, unmounted.signal).then(
      (draft) =>
        draft && !unmounted.signal.aborted && differs(here, draft.fields) && setOffered(draft),
      () => {},
    )

    // In order: a save in flight must not arrive after the request that deletes it.
    let turn: Promise<unknown> = Promise.resolve()
    const send = (address: string, init: RequestInit, leaving: boolean) => {
      const answer = leaving ? fetch(address, init) : turn.then(() => fetch(address, init))
      turn = answer.catch(() => {})
      return answer
    }
    const keep = (leaving: boolean) => {
      clearTimeout(timer)
      timer = undefined
      const fields = fieldsOf(here)
      const text = JSON.stringify(fields)
      if (text === kept.current) return
      const before = kept.current
      kept.current = text
      if (!mayBeKept(place, fields)) {
        keepInTab(account, place, fields)
        if (!isOnServer.current) return
        const onDeleted = ({ ok }: Response) => {
          isOnServer.current = !ok
        }
        send(addressOf(place), { method: 'DELETE', keepalive: true }, leaving).then(
          onDeleted,
          () => {},
        )
        return
      }
      // Save again on the next input; ignore this failure if there was newer input.
      const onFailed = () => {
        if (kept.current !== text) return
        kept.current = before
        if (!isSent.current) keepInTab(account, place, fields)
      }
      const onSaved = () => {
        if (kept.current === text) forgetInTab(account, place)
      }
      isOnServer.current = true
      const body = JSON.stringify({ place, fields })
      const init = {
        method: 'PUT',
        body,
        headers: { 'content-type': 'application/json' },
        keepalive: leaving,
        ...(!leaving && { signal: unmounted.signal }),
      }
      send('/api/drafts', init, leaving).then(({ ok }) => (ok ? onSaved() : onFailed()), onFailed)
    }
    keepNow.current = () => keep(false)
    const onInput = ({ target }: Event) => {
      isSent.current = false
      const consents = target instanceof HTMLInputElement && target.name === consentField
      if (consents) keep(false)
      else timer ??= setTimeout(() => keep(false), everyMs)
    }
    const onHidden = () => document.visibilityState === 'hidden' && keep(true)
    // Submitted: the server deletes the draft, and pending saves must not restore it.
    const onSubmit = () => {
      clearTimeout(timer)
      timer = undefined
      isSent.current = true
    }
    const events = { input: onInput, change: onInput, submit: onSubmit }
    for (const [name, listen] of Object.entries(events)) here.addEventListener(name, listen)
    document.addEventListener('visibilitychange', onHidden)
    return () => {
      // Left by a link: what was typed in the last seconds goes along.
      if (isSent.current) forgetInTab(account, place)
      else keep(true)
      clearTimeout(timer)
      keepNow.current = null
      unmounted.abort()
      for (const [name, listen] of Object.entries(events)) here.removeEventListener(name, listen)
      document.removeEventListener('visibilitychange', onHidden)
    }
  }, [form, place, ready, account])

  useEffect(() => {
    if (state.status !== 'refused' && state.status !== 'invalid') return
    isSent.current = false
    keepNow.current?.()
  }, [state])

  const restore = useCallback(async () => {
    const [here, draft] = [form.current, offered]
    setOffered(null)
    if (!here || !draft) return
    isOnServer.current ||= mayBeKept(place, draft.fields)
    await putBack(here, draft.fields)
  }, [form, place, offered])
  const throwAway = useCallback(async () => {
    setOffered(null)
    forgetInTab(account, place)
    await fetch(addressOf(place), { method: 'DELETE' }).catch(() => {})
  }, [account, place])
  return { at: offered?.at ?? null, restore, throwAway }
}
