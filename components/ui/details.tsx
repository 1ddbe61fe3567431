import clsx from 'clsx'
import type { ReactNode } from 'react'

export type Detail = { label: string; value: ReactNode }

/**
 * A definition list. `large`: in the size of the page's text, as customers read it; on a phone each
 * value then stands below its label.
 */
export function Details({
  items,
  large,
}: {
  items: readonly (Detail | null | undefined | false)[]
  large?: true
}) {
  return (
    <dl
      className={clsx(
        'grid gap-x-4 gap-y-2',
        large
          ? 'sm:grid-cols-[minmax(6rem,auto)_1fr]'
          : 'grid-cols-[fit-content(40%)_minmax(0,1fr)] text-sm sm:grid-cols-[minmax(6rem,auto)_1fr]',
      )}
    >
      {items
        .filter((item): item is Detail => Boolean(item))
        .map((item) => (
          <div key={item.label} className={large ? 'sm:contents' : 'contents'}>
            <dt className={clsx('text-quiet', large && 'max-sm:text-sm')}>{item.label}</dt>
            <dd className="min-w-0">{item.value}</dd>
          </div>
        ))}
    </dl>
  )
}
