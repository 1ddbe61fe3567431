import clsx from 'clsx'
import type { ReactNode } from 'react'

/** A section of a page with its own heading. */
export function Panel({
  title,
  children,
  className,
  id,
  aside,
}: {
  title?: ReactNode
  children: ReactNode
  className?: string
  id?: string
  aside?: ReactNode
}) {
  return (
    <section
      id={id}
      className={clsx(
        'min-w-0 rounded-lg border border-line bg-surface p-4 sm:p-6 print:border-0 print:p-0',
        className,
      )}
    >
      {title && (
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2 className="text-lg font-bold">{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  )
}

/** A page's heading with its actions; `onScreen` hides it in print, where a sheet has its own. */
export function PageHeading({
  title,
  lead,
  onScreen,
  children,
}: {
  title: ReactNode
  lead?: ReactNode
  onScreen?: boolean
  children?: ReactNode
}) {
  return (
    <div
      className={clsx(
        'mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3',
        onScreen && 'no-print',
      )}
    >
      <div className="min-w-0 grow">
        <h1 className="text-2xl font-bold">{title}</h1>
        {lead && <div className="mt-1 max-w-[46rem] text-quiet">{lead}</div>}
      </div>
      {children && <div className="no-print flex flex-wrap gap-2">{children}</div>}
    </div>
  )
}
