import type { ReactNode } from 'react'

/** A list without rows: what is not there, how there comes to be some, and the way to it. */
export function EmptyState({
  title,
  text,
  children,
}: {
  title: string
  text?: ReactNode
  /** Links and buttons, the likeliest first. */
  children?: ReactNode
}) {
  return (
    <div className="grid gap-1">
      <p className="font-semibold">{title}</p>
      {text && <p className="max-w-[44rem] text-quiet">{text}</p>}
      {children && <div className="no-print mt-3 flex flex-wrap gap-2">{children}</div>}
    </div>
  )
}
