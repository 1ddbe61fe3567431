'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { FoundEntry } from '@/components/desk-search/found'
import { KeyCaps } from './key-caps'
import { KeyDialog } from './key-dialog'
import type { Act, Place } from './keys'
import { useDeskSearch } from './use-desk-search'

type Entry = { key: string; run(): void; shown: ReactNode }
type Group = { name: string; label: string | null; entries: Entry[] }

/**
 * Every act of this page and every place of the desk, found by typing; for an administrator also
 * what is set at the desk, by groups. One list for the keyboard, whatever the groups.
 */
export default function Palette({
  acts,
  places,
  go,
  translations,
  searches,
  close,
}: {
  acts: readonly Act[]
  places: readonly Place[]
  go(href: string): void
  /** The entries' texts in the other language, by those in this one. */
  translations: Readonly<Record<string, string>>
  searches: boolean
  close(): void
}) {
  const t = useTranslations('live.keys')
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const { groups: found, state } = useDeskSearch(typed, searches)
  const words = typed.trim().toLowerCase()
  const own: Act[] = [
    ...acts.filter(({ keys }) => keys !== 'Mod+k' && keys !== '/' && !keys?.startsWith('g ')),
    ...places.map(({ href, label, letter }) => ({
      keys: letter ? `g ${letter}` : null,
      label,
      run: () => go(href),
    })),
  ].filter(({ label }) => `${label}\n${translations[label] ?? ''}`.toLowerCase().includes(words))
  const groups: Group[] = [
    {
      name: 'own',
      label: found.length ? t('found.places') : null,
      entries: own.map(({ keys, label, run }) => ({
        key: `${keys} ${label}`,
        run,
        shown: (
          <>
            {label}
            {keys && <KeyCaps keys={keys} />}
          </>
        ),
      })),
    },
    ...found.map(({ name, found: entries }) => ({
      name,
      label: t(`found.${name}`),
      entries: entries.map((entry, place) => ({
        key: `${name} ${place}`,
        run: () => go(entry.href),
        shown: <FoundShown entry={entry} words={words} />,
      })),
    })),
  ].filter(({ entries }) => entries.length > 0)
  const all = groups.flatMap(({ entries }) => entries)
  const chosen = Math.min(at, all.length - 1)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })
  const run = (entry: Entry | undefined) => {
    if (!entry) return
    close()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1 }[event.key]
    if (to !== undefined && all.length) setAt((to + all.length) % all.length)
    else if (event.key === 'Enter') run(all[chosen])
    else return
    event.preventDefault()
  }
  let place = -1
  return (
    <KeyDialog label={t('palette')} close={close}>
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={all.length ? `${id}-${chosen}` : undefined}
        aria-label={t('palette')}
        placeholder={t(searches ? 'searchPlaceholder' : 'palettePlaceholder')}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: a dialog puts the focus where one types
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        className={
          'sticky top-0 min-h-12 w-full border-b border-line bg-surface px-4 text-base outline-none'
        }
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        tabIndex={-1}
        aria-label={t('palette')}
        className="p-1.5"
      >
        {groups.map(({ name, label, entries }) => (
          // biome-ignore lint/a11y/useSemanticElements: a list box groups its options so
          <div key={name} role="group" aria-label={label ?? t('palette')}>
            {label && (
              <p aria-hidden="true" className="px-3 pt-2 pb-0.5 text-sm font-semibold text-quiet">
                {label}
              </p>
            )}
            {entries.map((entry) => {
              place += 1
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
                <div
                  key={entry.key}
                  id={`${id}-${place}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={place === chosen}
                  onClick={() => run(entry)}
                  className={clsx(
                    'flex min-h-10 cursor-pointer items-center justify-between gap-4 rounded px-3',
                    place === chosen ? 'bg-accent-soft' : 'hover:bg-sunken',
                  )}
                >
                  {entry.shown}
                </div>
              )
            })}
          </div>
        ))}
      </div>
      <p
        role="status"
        className={clsx('px-4 text-quiet', (state !== 'told' || !all.length) && 'pb-4')}
      >
        {state === 'asking' && t('found.asking')}
        {state === 'failed' && t('found.failed')}
        {state === 'told' && all.length === 0 && t(searches ? 'found.nothing' : 'nothing')}
      </p>
    </KeyDialog>
  )
}

function FoundShown({
  entry: { title, snippet, note },
  words,
}: {
  entry: FoundEntry
  words: string
}) {
  return (
    <span className="grid min-w-0 gap-0.5 py-1.5">
      <span className="flex flex-wrap items-baseline gap-x-2 wrap-anywhere">
        <span>
          <Hit text={title} words={words} />
        </span>
        {note && <span className="text-sm text-quiet">{note}</span>}
      </span>
      {snippet && (
        <span className="text-sm wrap-anywhere text-quiet">
          {snippet.before}
          <Mark>{snippet.hit}</Mark>
          {snippet.after}
        </span>
      )}
    </span>
  )
}

function Mark({ children }: { children: string }) {
  return <mark className="bg-warn-soft text-ink">{children}</mark>
}

/** A text with the words in it marked, where they stand in it. */
function Hit({ text, words }: { text: string; words: string }) {
  const at = text.toLowerCase().indexOf(words)
  if (at === -1 || text.toLowerCase().length !== text.length) return text
  return (
    <>
      {text.slice(0, at)}
      <Mark>{text.slice(at, at + words.length)}</Mark>
      {text.slice(at + words.length)}
    </>
  )
}
