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
import { flushSync } from 'react-dom'
import type { FormActionOf } from '@/components/settings/settings-form'
import { newSubmissionId } from '@/lib/form-submissions/ids'
import { type FormState, idle, refusedForm } from '@/lib/forms/form-state'
import type { GuideDraftContent } from '@/lib/guide/draft'
import { type Decision, type OpenConflict, type SavedDraft, takenIn } from '@/lib/guide/own-words'
import { type GuidePlace, samePlace } from '@/lib/guide/place'
import { sections } from '@/lib/guide/sections'
import type { InGuide } from '@/lib/live/guides'
import { useRouter } from '@/lib/i18n/navigation'
import { type RowOrder, contentOfForm, fillIn, newOrder } from './form-content'
import { useOthersInGuide } from './use-others-in-guide'

/** `clean`: no input since loading; `writing`: not saved yet; `kept`: all saved. */
export type Keeping = 'clean' | 'writing' | 'saving' | 'kept' | 'stopped'

/** Gives a section's rows a new order: the place that one had, or a row that is new. */
type Reorder = (order: RowOrder) => void

type Keeper = {
  form: RefObject<HTMLFormElement | null>
  state: FormState
  keeping: Keeping
  /** The draft on the desk, where it has other words than the editor's own. */
  known: GuideDraftContent
  /** What the editor has to decide before the draft can be published. */
  conflicts: readonly OpenConflict[]
  /** Who else has the guide open, and in which row. */
  others: readonly InGuide[]
  /** Something was written: it is saved a moment later. */
  changed(): void
  /** Saves, also where nothing was written: that begins a draft. */
  keep(): Promise<boolean>
  /** Saves what is not saved yet; the draft's version, or null where it cannot be saved. */
  saveNow(): Promise<number | null>
  /** The version on the desk that the page rests on. */
  version(): number
  decide(place: GuidePlace, keep: Decision['keep']): void
  /** Lets a section's rows follow what others saved. */
  follow(section: string, reorder: Reorder): () => void
}
const KeeperContext = createContext<Keeper | null>(null)

/** The one state of the draft that the editor, its bar and the publication share. */
export function useKeeper(): Keeper {
  const keeper = use(KeeperContext)
  if (!keeper) throw new Error('outside a DraftKeeper')
  return keeper
}

/**
 * An action that rests on the draft, such as its publication: all that is written is saved first.
 * `anyway`: what cannot be saved does not stop it.
 */
export function useSavedFirst(action: FormActionOf, anyway = false): FormActionOf {
  const { saveNow, version } = useKeeper()
  return useCallback(
    async (before, form) => {
      const seen = await saveNow()
      if (seen === null && !anyway) return refusedForm('draft_unsaved')
      form.set('$seen', String(seen ?? version()))
      return action(before, form)
    },
    [action, anyway, saveNow, version],
  )
}

const pauseBeforeSaving = 1200
const pauseBeforeTryingAgain = 3000

/** After these the desk has taken nothing; after any other trouble nobody knows. */
const nothingTaken = new Set([
  'setting_changed',
  'guide_planned',
  'not_found',
  'form_malformed',
  'not_yours',
  'role_asleep',
  'signed_out',
])

/** A save that was sent; sent again as it was until its answer comes, so that it counts once. */
type Sent = {
  fields: FormData
  content: GuideDraftContent
  decisions: readonly Decision[]
  look: boolean
}

type Props = {
  guideId: string
  action: FormActionOf
  version: number
  saved: SavedDraft
  children: ReactNode
}

/**
 * Saves the guide's form a moment after the last change, one save at a time, and takes in what
 * others saved: what is typed stays as it is, with its focus and caret (docs/adr/0049). Whoever
 * leaves by a link is saved first, and asked where that cannot be.
 */
export function DraftKeeper({ guideId, action, version: shown, saved, children }: Props) {
  const t = useTranslations('guides')
  const form = useRef<HTMLFormElement>(null)
  const seen = useRef(shown)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<boolean> | null>(null)
  const unsaved = useRef(false)
  const looking = useRef(false)
  const takingIn = useRef(false)
  const sent = useRef<Sent | null>(null)
  const own = useRef<readonly GuidePlace[]>([])
  const decisions = useRef<readonly Decision[]>([])
  const rows = useRef(new Map<string, Reorder>())
  const [state, setState] = useState<FormState>(idle)
  const [written, setKeeping] = useState<Keeping>('clean')
  const [keptAs, setKeptAs] = useState(shown)
  const [{ content: known, conflicts }, setSaved] = useState(saved)
  // Counts as saved once the surrounding page shows it too: its checks and differences then agree.
  const keeping = written === 'kept' && shown < keptAs ? 'saving' : written
  const router = useRouter()

  const takeIn = useCallback((one: Sent, answer: { seen: number; saved: SavedDraft }) => {
    seen.current = answer.seen
    decisions.current = decisions.current.filter((decision) => !one.decisions.includes(decision))
    setSaved(answer.saved)
    setKeptAs(answer.seen)
    if (!form.current) return
    const typed = contentOfForm(new FormData(form.current))
    const taken = takenIn(one.content, typed, answer.saved)
    own.current = taken.own
    if (taken.own.length) unsaved.current = true
    takingIn.current = true
    flushSync(() => {
      for (const section of sections) {
        const order = newOrder(typed, taken.content, section)
        if (order) rows.current.get(section)?.(order)
      }
    })
    fillIn(form.current, typed, taken.content)
    takingIn.current = false
  }, [])

  const saveOnce = useCallback(async (): Promise<boolean> => {
    if (!form.current) {
      looking.current = false
      router.refresh()
      return true
    }
    if (!sent.current) {
      const fields = new FormData(form.current)
      const look = looking.current && !unsaved.current
      looking.current = false
      if (!look) unsaved.current = false
      sent.current = {
        fields,
        content: contentOfForm(fields),
        decisions: decisions.current,
        look,
      }
      fields.set('$seen', String(seen.current))
      fields.set(
        '$saving',
        JSON.stringify({
          saveId: newSubmissionId(),
          own: own.current,
          decisions: decisions.current,
          look,
        }),
      )
    }
    const one = sent.current
    if (!one.look) setKeeping('saving')
    const answer = await action(idle, one.fields).catch((error: unknown) => {
      unstable_rethrow(error)
      return refusedForm('draft_line')
    })
    if (answer.status === 'kept') {
      sent.current = null
      setState(idle)
      takeIn(one, answer)
      setKeeping((now) =>
        unsaved.current ? 'writing' : one.look && now === 'clean' ? now : 'kept',
      )
      return true
    }
    const settled = answer.status !== 'refused' || nothingTaken.has(answer.code)
    if (settled) sent.current = null
    else timer.current = setTimeout(() => again.current(), pauseBeforeTryingAgain)
    // Nothing of this page's is at stake.
    if (one.look && !unsaved.current) return true
    unsaved.current = true
    setState(answer)
    setKeeping('stopped')
    return false
  }, [action, takeIn, router])

  const keep = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    running.current ??= (async () => {
      let saved = await saveOnce()
      while (saved && (unsaved.current || looking.current)) saved = await saveOnce()
      return saved
    })().then(
      (saved) => {
        running.current = null
        return saved
      },
      (error: unknown) => {
        running.current = null
        throw error
      },
    )
    return running.current
  }, [saveOnce])
  const again = useRef(() => {})
  useEffect(() => {
    again.current = () => void keep()
    const online = () => {
      if (sent.current || unsaved.current) void keep()
    }
    window.addEventListener('online', online)
    return () => window.removeEventListener('online', online)
  }, [keep])

  /** Takes in what others saved; what is typed here is saved with it. */
  const look = useCallback(() => {
    looking.current = true
    if (!running.current) void keep()
  }, [keep])

  const saveNow = useCallback(async (): Promise<number | null> => {
    if (running.current) await running.current
    const saved = unsaved.current ? await keep() : true
    return saved ? seen.current : null
  }, [keep])

  const changed = useCallback(() => {
    if (takingIn.current) return
    unsaved.current = true
    setKeeping((now) => (now === 'saving' ? now : 'writing'))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void keep(), pauseBeforeSaving)
  }, [keep])

  const decide = useCallback(
    ({ section, row, field, language }: GuidePlace, whose: Decision['keep']) => {
      const place = { section, row, field, language }
      decisions.current = [
        ...decisions.current.filter((decision) => !samePlace(decision.place, place)),
        { place, keep: whose },
      ]
      unsaved.current = true
      void keep()
    },
    [keep],
  )
  const follow = useCallback((section: string, reorder: Reorder) => {
    rows.current.set(section, reorder)
    return () => void rows.current.delete(section)
  }, [])

  useEffect(() => () => clearTimeout(timer.current), [])
  const mayLeave = useCallback(
    async () => (await saveNow()) !== null || window.confirm(t('leaveUnsaved')),
    [saveNow, t],
  )
  useLeaving(unsaved, mayLeave, keep)
  const others = useOthersInGuide(guideId, seen, look)

  const keeper = useMemo(
    () => ({
      ...{ form, state, keeping, known, conflicts, others },
      ...{ changed, keep, saveNow, decide, follow },
      version: () => seen.current,
    }),
    [state, keeping, known, conflicts, others, changed, keep, saveNow, decide, follow],
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
