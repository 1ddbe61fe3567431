import type { ReactNode } from 'react'

export type Detail = { label: string; value: ReactNode }

/** A definition list; stacked on a phone. */
export function Details({ items }: { items: readonly (Detail | null | undefined | false)[] }) {
  return (
    <dl className="grid gap-x-4 gap-y-2 text-sm sm:grid-cols-[minmax(6rem,auto)_1fr]">
      {items
        .filter((item): item is Detail => Boolean(item))
        .map((item) => (
          <div key={item.label} className="contents">
            <dt className="text-quiet">{item.label}</dt>
            <dd className="mb-1 min-w-0 sm:mb-0">{item.value}</dd>
          </div>
        ))}
    </dl>
  )
}
