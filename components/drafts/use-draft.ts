'use client'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { type Fields, differs, fieldsOf, putBack } from './fields'

const everyMs = 3000

type Draft = { fields: Fields; at: string }

/**
 * Keeps what is being typed into a form at the server, a few seconds after a key and when the page is left, and offers what was
 * being typed there before: on this device or another one, after a lost line, a closed tab or a session that was over. It is
 * offered and not put in by itself: the next customer may stand at the counter.
 */
export function useDraft(form: RefObject<HTMLFormElement | null>, place: string, ready: boolean) {
  const [offered, setOffered] = useState<Draft | null>(null)
  const kept = useRef('')

  useEffect(() => {
    const here = form.current
    if (!ready || !here) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const left = new AbortController()
    const begun = fieldsOf(here)
    kept.current = JSON.stringify(begun)
    fetch(`/api/drafts?place=${encodeURIComponent(place)}`, { signal: left.signal }).then(async (answer) => {
      const draft = answer.ok ? ((await answer.json()) as Draft) : null
      if (draft && differs(here, draft.fields)) setOffered(draft)
    }).catch(() => {})

    const keep = (leaving: boolean) => {
      clearTimeout(timer)
      timer = undefined
      const fields = fieldsOf(here)
      const text = JSON.stringify(fields)
      if (text === kept.current) return
      const before = kept.current
      kept.current = text
      // What could not be kept is tried again with the next key.
      const failed = () => {
        kept.current = before
      }
      fetch('/api/drafts', { method: 'PUT', body: JSON.stringify({ place, fields }), headers: { 'content-type': 'application/json' }, keepalive: leaving, ...(!leaving && { signal: left.signal }) }).then(({ ok }) => ok || failed(), failed)
    }
    const typed = () => {
      timer ??= setTimeout(() => keep(false), everyMs)
    }
    const hidden = () => document.visibilityState === 'hidden' && keep(true)
    // Sent: the server forgets it itself, and what is still under way must not bring it back.
    const sent = () => {
      clearTimeout(timer)
      timer = undefined
    }
    const events = { input: typed, change: typed, submit: sent }
    for (const [name, listen] of Object.entries(events)) here.addEventListener(name, listen)
    document.addEventListener('visibilitychange', hidden)
    return () => {
      clearTimeout(timer)
      left.abort()
      for (const [name, listen] of Object.entries(events)) here.removeEventListener(name, listen)
      document.removeEventListener('visibilitychange', hidden)
    }
  }, [form, place, ready])

  const restore = useCallback(async () => {
    const [here, draft] = [form.current, offered]
    setOffered(null)
    if (here && draft) await putBack(here, draft.fields)
  }, [form, offered])
  const throwAway = useCallback(async () => {
    setOffered(null)
    await fetch(`/api/drafts?place=${encodeURIComponent(place)}`, { method: 'DELETE' }).catch(() => {})
  }, [place])
  return { at: offered?.at ?? null, restore, throwAway }
}
