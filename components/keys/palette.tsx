'use client'
import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useId, useState } from 'react'
import { KeyCaps } from './key-caps'
import { KeyDialog } from './key-dialog'
import type { Act, Place } from './keys'

/** Every act of this page and every place of the desk, found by typing. */
export default function Palette({
  acts,
  places,
  go,
  translations,
  close,
}: {
  acts: readonly Act[]
  places: readonly Place[]
  go(href: string): void
  /** The entries' texts in the other language, by those in this one. */
  translations: Readonly<Record<string, string>>
  close(): void
}) {
  const t = useTranslations('live.keys')
  const id = useId()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const entries: Act[] = [
    ...acts.filter(({ keys }) => keys !== 'Mod+k' && !keys?.startsWith('g ')),
    ...places.map(({ href, label, letter }) => ({
      keys: letter ? `g ${letter}` : null,
      label,
      run: () => go(href),
    })),
  ]
  const words = typed.trim().toLowerCase()
  const found = entries.filter(({ label }) =>
    `${label}\n${translations[label] ?? ''}`.toLowerCase().includes(words),
  )
  const chosen = Math.min(at, found.length - 1)
  const run = (act: Act | undefined) => {
    if (!act) return
    close()
    act.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const to = { ArrowDown: chosen + 1, ArrowUp: chosen - 1 }[event.key]
    if (to !== undefined && found.length) setAt((to + found.length) % found.length)
    else if (event.key === 'Enter') run(found[chosen])
    else return
    event.preventDefault()
  }
  return (
    <KeyDialog label={t('palette')} close={close}>
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length ? `${id}-${chosen}` : undefined}
        aria-label={t('palette')}
        placeholder={t('palettePlaceholder')}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: a dialog puts the focus where one types
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        className="min-h-12 w-full border-b border-line bg-surface px-4 text-base outline-none"
      />
      <div
        id={`${id}-list`}
        role="listbox"
        tabIndex={-1}
        aria-label={t('palette')}
        className="p-1.5"
      >
        {found.map((act, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
          <div
            key={`${act.keys} ${act.label}`}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === chosen}
            onClick={() => run(act)}
            className={clsx(
              'flex min-h-10 cursor-pointer items-center justify-between gap-4 rounded px-3',
              place === chosen ? 'bg-accent-soft' : 'hover:bg-sunken',
            )}
          >
            {act.label}
            {act.keys && <KeyCaps keys={act.keys} />}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p role="status" className="px-4 pb-4 text-quiet">
          {t('nothing')}
        </p>
      )}
    </KeyDialog>
  )
}
