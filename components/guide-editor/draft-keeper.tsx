'use client'
import { unstable_rethrow } from 'next/navigation'
import { useTranslations } from 'next-intl'
import {
  type ReactNode,
  type RefObject,
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { FormActionOf } from '@/components/settings/settings-form'
import { type FormState, idle, refusedForm } from '@/lib/forms/form-state'
import { useRouter } from '@/lib/i18n/navigation'

/** `clean`: no input since loading; `writing`: not saved yet; `kept`: all saved. */
export type Keeping = 'clean' | 'writing' | 'saving' | 'kept' | 'stopped'

type Keeper = {
  form: RefObject<HTMLFormElement | null>
  state: FormState
  keeping: Keeping
  /** Something was written: it is saved a moment later. */
  changed(): void
  /** Saves, also where nothing was written: that begins a draft. */
  keep(): Promise<boolean>
  /** Saves what is not saved yet; the draft's version, or null where it cannot be saved. */
  saveNow(): Promise<number | null>
}
const KeeperContext = createContext<Keeper | null>(null)

/** The one state of the draft that the editor, its bar and the publication share. */
export function useKeeper(): Keeper {
  const keeper = use(KeeperContext)
  if (!keeper) throw new Error('outside a DraftKeeper')
  return keeper
}

/** An action that rests on the draft, such as its publication: all that is written is saved first. */
export function useSavedFirst(action: FormActionOf): FormActionOf {
  const { saveNow } = useKeeper()
  return useCallback(
    async (before, form) => {
      const seen = await saveNow()
      if (seen === null) return refusedForm('draft_unsaved')
      form.set('$seen', String(seen))
      return action(before, form)
    },
    [action, saveNow],
  )
}

const pauseBeforeSaving = 1200

type Props = { action: FormActionOf; version: number; children: ReactNode }

/**
 * Saves the guide's form a moment after the last change, one save at a time. Stops when somebody
 * else changed the draft, so that theirs is not overwritten; the input stays on the page. Whoever
 * leaves by a link is saved first, and asked where that cannot be.
 */
export function DraftKeeper({ action, version, children }: Props) {
  const t = useTranslations('guides')
  const form = useRef<HTMLFormElement>(null)
  const seen = useRef(version)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<boolean> | null>(null)
  const unsaved = useRef(false)
  const [state, setState] = useState<FormState>(idle)
  const [written, setKeeping] = useState<Keeping>('clean')
  const [keptAs, setKeptAs] = useState(version)
  // Counts as saved once the surrounding page shows it too: its checks and differences then agree.
  const keeping = written === 'kept' && version < keptAs ? 'saving' : written
  const router = useRouter()

  const saveOnce = useCallback(async (): Promise<boolean> => {
    if (!form.current) return false
    unsaved.current = false
    setKeeping('saving')
    const fields = new FormData(form.current)
    fields.set('$seen', String(seen.current))
    const answer = await action(idle, fields).catch((error: unknown) => {
      unstable_rethrow(error)
      return refusedForm('failed')
    })
    setState(answer)
    if (answer.status !== 'kept') {
      unsaved.current = true
      setKeeping('stopped')
      return false
    }
    seen.current = answer.seen
    setKeptAs(answer.seen)
    setKeeping(unsaved.current ? 'writing' : 'kept')
    return true
  }, [action])

  const keep = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    running.current ??= (async () => {
      let saved = await saveOnce()
      while (saved && unsaved.current) saved = await saveOnce()
      return saved
    })().finally(() => {
      running.current = null
      router.refresh()
    })
    return running.current
  }, [saveOnce, router])

  const saveNow = useCallback(async (): Promise<number | null> => {
    if (running.current) await running.current
    const saved = unsaved.current ? await keep() : true
    return saved ? seen.current : null
  }, [keep])

  const changed = useCallback(() => {
    unsaved.current = true
    setKeeping((now) => (now === 'saving' ? now : 'writing'))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void keep(), pauseBeforeSaving)
  }, [keep])

  useEffect(() => () => clearTimeout(timer.current), [])
  const mayLeave = useCallback(
    async () => (await saveNow()) !== null || window.confirm(t('leaveUnsaved')),
    [saveNow, t],
  )
  useLeaving(unsaved, mayLeave, keep)

  const keeper = useMemo(
    () => ({ form, state, keeping, changed, keep, saveNow }),
    [state, keeping, changed, keep, saveNow],
  )
  return <KeeperContext value={keeper}>{children}</KeeperContext>
}

/** Looks after what is not saved when the page is left: by a link, by the way back, or closed. */
function useLeaving(
  unsaved: RefObject<boolean>,
  mayLeave: () => Promise<boolean>,
  keep: () => Promise<boolean>,
) {
  useEffect(() => {
    const byLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0
      if (!unsaved.current || !link || elsewhere || link.target || link.hasAttribute('download'))
        return
      const to = new URL(link.href, location.href)
      if (to.pathname === location.pathname && to.hash) return
      event.preventDefault()
      event.stopPropagation()
      void mayLeave().then((may) => {
        if (!may) return
        unsaved.current = false
        location.assign(to)
      })
    }
    const closing = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault()
    }
    const back = () => {
      if (unsaved.current) void keep()
    }
    document.addEventListener('click', byLink, true)
    window.addEventListener('beforeunload', closing)
    window.addEventListener('popstate', back)
    return () => {
      document.removeEventListener('click', byLink, true)
      window.removeEventListener('beforeunload', closing)
      window.removeEventListener('popstate', back)
    }
  }, [unsaved, mayLeave, keep])
}
