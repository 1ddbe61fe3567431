'use client'
import { unstable_rethrow } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useHydrated } from '@/components/forms/use-hydrated'
import { type FormState, idle, refusedForm } from '@/lib/forms/form-state'
import { useRouter } from '@/lib/i18n/navigation'

type Action = (before: FormState, form: FormData) => Promise<FormState>
/** `clean`: no input since loading; `writing`: not saved yet; `kept`: all saved. */
export type Keeping = 'clean' | 'writing' | 'saving' | 'kept' | 'stopped'

const pauseBeforeSaving = 1200

/**
 * Saves a form automatically a moment after the last change, one save at a time. Stops when
 * somebody else changed the draft, so that theirs is not overwritten; the input stays on the page.
 */
export function useDraft(action: Action, version: number) {
  const form = useRef<HTMLFormElement>(null)
  const seen = useRef(version)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const busy = useRef(false)
  const changedMeanwhile = useRef(false)
  const [state, setState] = useState<FormState>(idle)
  const [written, setKeeping] = useState<Keeping>('clean')
  const [keptAs, setKeptAs] = useState(version)
  // Counts as saved once the surrounding page shows it too: from then on it can be published.
  const keeping = written === 'kept' && version < keptAs ? 'saving' : written
  const router = useRouter()
  const ready = useHydrated()

  const keep = useCallback(async () => {
    clearTimeout(timer.current)
    if (!form.current) return
    if (busy.current) {
      changedMeanwhile.current = true
      return
    }
    busy.current = true
    changedMeanwhile.current = false
    setKeeping('saving')
    const fields = new FormData(form.current)
    fields.set('$seen', String(seen.current))
    const answer = await action(idle, fields).catch((error: unknown) => {
      unstable_rethrow(error)
      return refusedForm('failed')
    })
    busy.current = false
    setState(answer)
    if (answer.status !== 'kept') return setKeeping('stopped')
    seen.current = answer.seen
    setKeptAs(answer.seen)
    setKeeping(changedMeanwhile.current ? 'writing' : 'kept')
    if (changedMeanwhile.current) return void keep()
    router.refresh()
  }, [action, router])

  const changed = useCallback(() => {
    if (busy.current) changedMeanwhile.current = true
    setKeeping((now) => (now === 'saving' ? now : 'writing'))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void keep(), pauseBeforeSaving)
  }, [keep])

  useEffect(() => () => clearTimeout(timer.current), [])
  return {
    form,
    state,
    keeping,
    ready,
    keep,
    changed,
    errors: state.status === 'invalid' ? state.errors : {},
  }
}
