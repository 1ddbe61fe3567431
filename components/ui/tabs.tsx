'use client'
import clsx from 'clsx'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'

type Tab = { name: string; title: ReactNode; content: ReactNode }

/** Tabs by the WAI-ARIA pattern: arrow keys move along, only the chosen panel is shown. */
export function Tabs({
  label,
  tabs,
  first,
  wanted,
  onShow,
}: {
  label: string
  tabs: readonly Tab[]
  first?: string
  /** A tab that has to be shown now, from outside: each new object shows its tab once. */
  wanted?: { name: string }
  /** Called when the reader chooses a tab. */
  onShow?(name: string): void
}) {
  const id = useId()
  const [shown, show] = useState(first ?? tabs[0]?.name)
  const [followed, follow] = useState(wanted)
  if (wanted && wanted !== followed) {
    follow(wanted)
    show(wanted.name)
  }
  const choose = (name: string) => {
    show(name)
    onShow?.(name)
  }
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = tabs.findIndex(({ name }) => name === shown)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = tabs[(to + tabs.length) % tabs.length]
    if (!next) return
    choose(next.name)
    document.getElementById(`${id}-${next.name}`)?.focus()
  }
  return (
    <div className="min-w-0">
      <div
        role="tablist"
        aria-label={label}
        onKeyDown={move}
        className="mb-2 flex gap-1 overflow-x-auto border-b border-line"
      >
        {tabs.map(({ name, title }) => (
          <button
            key={name}
            id={`${id}-${name}`}
            type="button"
            role="tab"
            aria-selected={name === shown}
            aria-controls={`${id}-${name}-panel`}
            tabIndex={name === shown ? 0 : -1}
            onClick={() => choose(name)}
            className={clsx(
              'min-h-10 whitespace-nowrap border-b-2 px-2.5 font-semibold',
              name === shown ? 'border-accent text-accent' : 'border-transparent text-quiet',
            )}
          >
            {title}
          </button>
        ))}
      </div>
      {tabs.map(({ name, content }) => (
        <div
          key={name}
          id={`${id}-${name}-panel`}
          role="tabpanel"
          aria-labelledby={`${id}-${name}`}
          hidden={name !== shown}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel is focusable (WAI-ARIA)
          tabIndex={0}
        >
          {content}
        </div>
      ))}
    </div>
  )
}
