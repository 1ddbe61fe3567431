'use client'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { consentField, mayBeKept } from '@/lib/drafts/consent'
import { type Fields, differs, fieldsOf, putBack } from './fields'
import { forgetInTab, keepInTab, tabCopy } from './tab-copies'
import { useTabOwner } from './tab-owner'

const everyMs = 3000

type Draft = { fields: Fields; at: string }
const addressOf = (place: string) => `/api/drafts?place=${encodeURIComponent(place)}`

/** The draft at the server, or the one of this tab where that is newer; null when there is none. */
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
 * Keeps what is being typed into a form, a few seconds after a key and when the page is left, and
 * offers what was being typed there before. The server keeps it, for this device or another one; a
 * form that asks for the customer's consent is kept in this tab alone until the box is ticked, and
 * leaves the server again when it is unticked. It is offered and not put in by itself: the next
 * customer may stand at the counter.
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, place: string, ready: boolean) {
  const account = useTabOwner()
  const [offered, setOffered] = useState<Draft | null>(null)
  const kept = useRef('')
  const atServer = useRef(false)

  useEffect(() => {
    const here = form.current
    if (!ready || !here) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isSent = false
    const left = new AbortController()
    kept.current = JSON.stringify(fieldsOf(here))
    newestDraft(account, place, left.signal).then(
      (draft) => draft && !left.signal.aborted && differs(here, draft.fields) && setOffered(draft),
      () => {},
    )

    // One after the other: a copy that is still on its way must not arrive after the word that it
    // may not be kept.
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
        if (!atServer.current) return
        const gone = ({ ok }: Response) => {
          atServer.current = !ok
        }
        send(addressOf(place), { method: 'DELETE', keepalive: true }, leaving).then(gone, () => {})
        return
      }
      // What could not be kept is tried again with the next key; of what was typed since, this
      // answer says nothing.
      const failed = () => {
        if (kept.current !== text) return
        kept.current = before
        if (!isSent) keepInTab(account, place, fields)
      }
      const taken = () => {
        if (kept.current === text) forgetInTab(account, place)
      }
      atServer.current = true
      const body = JSON.stringify({ place, fields })
      const init = {
        method: 'PUT',
        body,
        headers: { 'content-type': 'application/json' },
        keepalive: leaving,
        ...(!leaving && { signal: left.signal }),
      }
      send('/api/drafts', init, leaving).then(({ ok }) => (ok ? taken() : failed()), failed)
    }
    const typed = ({ target }: Event) => {
      isSent = false
      const consents = target instanceof HTMLInputElement && target.name === consentField
      if (consents) keep(false)
      else timer ??= setTimeout(() => keep(false), everyMs)
    }
    const hidden = () => document.visibilityState === 'hidden' && keep(true)
    // Sent: the server forgets it itself, and what is still under way must not bring it back.
    const sent = () => {
      clearTimeout(timer)
      timer = undefined
      isSent = true
    }
    const events = { input: typed, change: typed, submit: sent }
    for (const [name, listen] of Object.entries(events)) here.addEventListener(name, listen)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      clearTimeout(timer)
      left.abort()
      if (isSent) forgetInTab(account, place)
      for (const [name, listen] of Object.entries(events)) here.removeEventListener(name, listen)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [form, place, ready, account])

  const restore = useCallback(async () => {
    const [here, draft] = [form.current, offered]
    setOffered(null)
    if (!here || !draft) return
    atServer.current ||= mayBeKept(place, draft.fields)
    await putBack(here, draft.fields)
  }, [form, place, offered])
  const throwAway = useCallback(async () => {
    setOffered(null)
    forgetInTab(account, place)
    await fetch(addressOf(place), { method: 'DELETE' }).catch(() => {})
  }, [account, place])
  return { at: offered?.at ?? null, restore, throwAway }
}
