'use client'
import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { Link } from '@/components/shell/link'
import { useGo } from '@/components/shell/navigation-status'
import { Button } from '@/components/ui/button'

type Choice = {
  name: string
  label: string
  value: string
  options: readonly { value: string; text: string }[]
}
type Props = {
  label: string
  search: { label: string; hint: string; value: string; button: string }
  choices: readonly Choice[]
  /** Leads back to the list as it is by default; undefined where it is that. */
  clear?: string
}

const control = 'h-11 min-w-0 rounded-md border border-edge bg-surface px-3 text-base text-ink'

/**
 * One line of search and choices. What is chosen stands in the address, so that a list can be
 * reloaded, shared and revisited; without scripts the button sends it.
 */
export function Toolbar({ label, search, choices, clear }: Props) {
  const go = useGo()
  const form = useRef<HTMLFormElement>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (window.location.hash === '#search') field.current?.focus()
  }, [])
  // What the address says is shown without new fields, which would lose the focus.
  useEffect(() => {
    if (field.current) field.current.value = search.value
  }, [search.value])
  const show = () => {
    const chosen = new URLSearchParams()
    for (const [name, value] of new FormData(form.current ?? undefined))
      if (typeof value === 'string' && value) chosen.set(name, value)
    go(`/requests?${chosen}`, { scroll: false })
  }
  return (
    <search aria-label={label}>
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault()
          show()
        }}
        className="mb-3 grid grid-cols-2 gap-2 lg:flex"
      >
        <div className="col-span-2 flex gap-2 lg:min-w-0 lg:flex-1">
          <input
            ref={field}
            id="search"
            type="search"
            name="q"
            data-search
            aria-label={search.label}
            placeholder={search.hint}
            defaultValue={search.value}
            autoComplete="off"
            spellCheck={false}
            className={`${control} flex-1`}
          />
          <Button look="secondary" className="h-11">
            {search.button}
          </Button>
        </div>
        {choices.map((choice) => (
          <Chooser key={choice.name} choice={choice} show={show} />
        ))}
        {clear && <ClearLink>{clear}</ClearLink>}
      </form>
    </search>
  )
}

function Chooser({ choice, show }: { choice: Choice; show(): void }) {
  const select = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    if (select.current) select.current.value = choice.value
  }, [choice.value])
  return (
    <select
      ref={select}
      name={choice.name}
      aria-label={choice.label}
      defaultValue={choice.value}
      onChange={show}
      className={`${control} lg:max-w-64`}
    >
      {choice.options.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  )
}

const ClearLink = ({ children }: { children: ReactNode }) => (
  <Link
    href="/requests"
    className="inline-flex h-11 items-center whitespace-nowrap px-2 text-accent underline"
  >
    {children}
  </Link>
)
