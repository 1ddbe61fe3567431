'use client'
import {
  type ReactNode,
  Suspense,
  createContext,
  lazy,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useGo } from '@/components/shell/navigation-status'
import {
  type Keys,
  afterPress,
  beginsTurn,
  isChord,
  pressedKeys,
  takesText,
  turnWithin,
} from './match'

/** An act of the page, with its key; one without a key is in the palette alone. */
export type Act = { keys: Keys | null; label: string; run(): void }
/** A page of the desk; `letter` goes there after G. */
export type Place = { href: string; label: string; letter?: string }

type Registry = { add(acts: () => readonly Act[]): () => void }
const Context = createContext<Registry>({ add: () => () => {} })

const Palette = lazy(() => import('./palette'))
const KeyHelp = lazy(() => import('./key-help'))

/**
 * The keys of the desk: those of every page, and those that the page itself registers by `useKeys`.
 * Single keys never act while a field takes text, while a dialog is open, or where the person has
 * switched them off (WCAG 2.1.4); chords always do.
 */
export function KeyScope({
  letters,
  places,
  labels,
  translations,
  searches = false,
  children,
}: {
  letters: boolean
  places: readonly Place[]
  /** Texts of acts and places in the other language, by those in the page's: the palette finds both. */
  translations: Readonly<Record<string, string>>
  labels: { primary: string; print: string; search: string; palette: string; help: string }
  /** Whether the palette searches what is set at the desk, too. */
  searches?: boolean
  children: ReactNode
}) {
  const go = useGo()
  const registered = useRef(new Set<() => readonly Act[]>())
  const [open, setOpen] = useState<{ what: 'palette' | 'help'; turn: number } | null>(null)
  const turns = useRef(0)
  const show = useCallback((what: 'palette' | 'help') => {
    turns.current += 1
    setOpen({ what, turn: turns.current })
  }, [])
  const add = useCallback((acts: () => readonly Act[]) => {
    registered.current.add(acts)
    return () => void registered.current.delete(acts)
  }, [])

  const seesList = places.some(({ href }) => href === '/requests')
  const common = useCallback(
    (): Act[] => [
      { keys: 'Mod+k', label: labels.palette, run: () => show('palette') },
      ...pressing('Mod+Enter', labels.primary, '[data-primary]'),
      ...(seesList
        ? [{ keys: '/', label: labels.search, run: () => search(() => go(searchPage)) }]
        : searches
          ? [{ keys: '/', label: labels.search, run: () => show('palette') }]
          : []),
      ...pressing('p', labels.print, '[data-print]'),
      { keys: '?', label: labels.help, run: () => show('help') },
      ...places.flatMap(({ href, label, letter }) =>
        letter ? [{ keys: `g ${letter}`, label, run: () => go(href) }] : [],
      ),
    ],
    [labels, places, go, seesList, searches, show],
  )
  const acts = useCallback(
    () => [...[...registered.current].flatMap((of) => of()), ...common()],
    [common],
  )

  useEffect(() => {
    let earlier: { keys: Keys; at: number } | null = null
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const pressed = pressedKeys(event)
      if (pressed === null) return
      const chord = isChord(pressed)
      if (!chord && (!letters || takesText(event.target))) return
      if (document.querySelector('dialog[open]')) return
      // A key held down goes on through a list, and does nothing else twice.
      if (event.repeat && !['j', 'k'].includes(pressed)) return
      const all = acts()
      const bound = all.flatMap(({ keys }) => keys ?? [])
      const recent = earlier && event.timeStamp - earlier.at < turnWithin ? earlier.keys : null
      const keys = afterPress(recent, pressed, bound)
      earlier = null
      const act = all.find((one) => one.keys === keys)
      if (act) {
        event.preventDefault()
        act.run()
      } else if (beginsTurn(pressed, bound)) earlier = { keys: pressed, at: event.timeStamp }
    }
    const onClick = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('[data-palette]')) show('palette')
    }
    document.addEventListener('keydown', onKeyDown)
    // The button stands in the header, which is made on the server.
    document.addEventListener('click', onClick)
    // Keys pressed before hydration are lost: the page says when they are heard.
    document.documentElement.toggleAttribute('data-keys', true)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      document.removeEventListener('click', onClick)
    }
  }, [acts, letters, show])

  const registry = useMemo(() => ({ add }), [add])
  // A dialog tells of its end a little later than it ends: by then the next one may be open.
  const close = useCallback(() => setOpen((now) => (now === open ? null : now)), [open])
  return (
    <Context value={registry}>
      {children}
      <Suspense>
        {open?.what === 'palette' && (
          <Palette
            key={open.turn}
            acts={acts()}
            places={places}
            go={go}
            translations={translations}
            searches={searches}
            close={close}
          />
        )}
        {open?.what === 'help' && (
          <KeyHelp key={open.turn} acts={acts()} letters={letters} close={close} />
        )}
      </Suspense>
    </Context>
  )
}

/** Registers acts of this page, as it is at each rendering, for as long as it is shown. */
export function useKeys(acts: readonly Act[]) {
  const { add } = use(Context)
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => add(() => latest.current), [add])
}

const searchPage = '/requests#search'

/** The act of pressing the first of these buttons that can be pressed; none where there is none. */
function pressing(keys: Keys, label: string, selector: string): Act[] {
  const button = [...document.querySelectorAll<HTMLElement>(selector)].find(
    (one) => one.getClientRects().length > 0 && !one.matches(':disabled'),
  )
  return button ? [{ keys, label, run: () => button.click() }] : []
}

/** Puts the focus into the page's search, or goes to the one of the list. */
function search(goToList: () => void) {
  const field = document.querySelector<HTMLInputElement>('[data-search]')
  if (!field) return goToList()
  field.focus()
  field.select()
}
